import { Type } from 'typebox'
import rows from '../../../data/policies/token-audiences.json' with { type: 'json' }
import { datedPolicy } from '../../kernel/policy.ts'

/** An API that tokens can be asked for. */
export interface Resource {
  /** The audience of a v1 token. */
  readonly uri: string
  /** The audience of a v2 token. */
  readonly appId: string
  readonly serves: 'partnerCenter' | 'graph' | 'legacyGraph'
}

/** @see partner-center/developer/partner-center-authentication */
export const partnerCenter: Resource = {
  uri: 'https://api.partnercenter.microsoft.com',
  appId: 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd',
  serves: 'partnerCenter',
}

const resources: readonly Resource[] = [
  partnerCenter,
  {
    uri: 'https://partner.partnercenterapi.microsoftonline.cn',
    appId: 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd',
    serves: 'partnerCenter',
  },
  { uri: 'https://graph.microsoft.com', appId: '00000003-0000-0000-c000-000000000000', serves: 'graph' },
  { uri: 'https://graph.windows.net', appId: '00000002-0000-0000-c000-000000000000', serves: 'legacyGraph' },
  {
    uri: 'https://graph.chinacloudapi.cn',
    appId: '00000002-0000-0000-c000-000000000000',
    serves: 'legacyGraph',
  },
]

/** By its URI or app id; a slash at the end makes no difference. */
export function findResource(audience: string): Resource | undefined {
  const name = normalAudience(audience)
  return resources.find(({ uri, appId }) => uri === name || appId === name)
}

/** Audiences that were accepted before Azure AD Graph was shut. */
export const retiredAudiences = datedPolicy({
  name: 'token-audiences',
  schema: Type.Object({ retired: Type.Array(Type.String()) }),
  rows,
})

export const normalAudience = (audience: string): string => audience.toLowerCase().replace(/\/+$/, '')
