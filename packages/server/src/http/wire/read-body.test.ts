import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { BodyTooLong, textOfBody, UnreadableBody, unpackBody } from './read-body.ts'

const text = '{"name":"Zuid-Hollandse Café Ω"}'

test('a text is read whichever way its mark says it is written', () => {
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le')
  const big = Buffer.from(little).swap16()
  for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), little, big]) {
    assert.equal(textOfBody(bytes), text)
  }
})

test('marks without a text, and half a character, are no reason to stop', () => {
  assert.equal(textOfBody(Buffer.from([0xfe, 0xff])), '')
  assert.equal(textOfBody(Buffer.from([0xff, 0xfe])), '')
  assert.equal(textOfBody(Buffer.from([0xfe, 0xff, 0x00])), '')
  assert.equal(textOfBody(Buffer.from([0xfe, 0xff, 0x00, 0x61, 0x00])), 'a')
  assert.equal(textOfBody(Buffer.alloc(0)), '')
})

test('gzip and both kinds of deflate are unpacked', async () => {
  for (const [coding, bytes] of [
    ['gzip', gzipSync(text)],
    ['X-GZIP', gzipSync(`\uFEFF${text}`)],
    [' deflate ', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
  ] as const) {
    assert.equal(await unpackBody(bytes, coding, 1_000), text, coding)
  }
})

test('a small body that unpacks to a huge one is not unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000, 32))
  await assert.rejects(unpackBody(bomb, 'gzip', 1_000), BodyTooLong)
})

test('what is damaged, and codings that nobody knows, are told apart', async () => {
  const half = gzipSync(text).subarray(0, 20)
  const answers = await Promise.all([
    unpackBody(half, 'gzip', 1_000),
    unpackBody(Buffer.from(text), 'deflate', 1_000),
    unpackBody(Buffer.from(text), 'br', 1_000),
    unpackBody(gzipSync(gzipSync(text)), 'gzip, gzip', 1_000),
  ])
  assert.deepEqual(answers, [
    new UnreadableBody('damaged'),
    new UnreadableBody('damaged'),
    new UnreadableBody('coding'),
    new UnreadableBody('coding'),
  ])
})
