#!/usr/bin/env node
await import(new URL('../bin/tenantry.js', import.meta.url).href)
