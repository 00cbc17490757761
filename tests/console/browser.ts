import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = '/usr/bin/chromium'

export const hasBrowser = existsSync(program)

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
]

/** How long a page may take until what a test waits for is there. */
const patienceMs = 15_000

/** A Chromium that is driven over its debugging protocol: no driver and no package in between. */
export class Browser {
  readonly #process: ChildProcess
  readonly #folder: string
  readonly #socket: WebSocket
  readonly #waiting = new Map<
    number,
    { resolve: (result: unknown) => void; reject: (error: Error) => void }
  >()
  readonly #pages = new Map<string, Page>()
  #sent = 0

  static async open(): Promise<Browser> {
    const folder = mkdtempSync(join(tmpdir(), 'tenantry-browser-'))
    const process = spawn(program, [...flags, `--user-data-dir=${folder}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const socket = new WebSocket(await debuggingAddress(process))
    await once(socket, 'open')
    return new Browser(process, folder, socket)
  }

  private constructor(process: ChildProcess, folder: string, socket: WebSocket) {
    this.#process = process
    this.#folder = folder
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Message))
  }

  async page(url: string): Promise<Page> {
    const { targetId } = await this.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await this.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    })
    const page = new Page(this, sessionId)
    this.#pages.set(sessionId, page)
    for (const domain of ['Page', 'Runtime', 'Log']) await page.send(`${domain}.enable`)
    await page.show({ width: 1280 })
    await page.send('Page.navigate', { url })
    return page
  }

  send<R = unknown>(method: string, params: object = {}, sessionId?: string): Promise<R> {
    this.#sent += 1
    const id = this.#sent
    this.#socket.send(JSON.stringify({ id, method, params, sessionId }))
    return new Promise<R>((resolve, reject) => {
      this.#waiting.set(id, { resolve: (result) => resolve(result as R), reject })
    })
  }

  async close(): Promise<void> {
    const ended = once(this.#process, 'exit')
    this.#socket.close()
    this.#process.kill()
    await ended
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }

  #receive({ id, result, error, method, params, sessionId }: Message): void {
    if (id === undefined) {
      if (sessionId !== undefined) this.#pages.get(sessionId)?.notice(method ?? '', params ?? {})
      return
    }
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error === undefined) waiting?.resolve(result)
    else waiting?.reject(new Error(error.message))
  }
}

export class Page {
  /** What the browser complained about: scripts that failed, and what the policy of the page forbade. */
  readonly complaints: string[] = []
  readonly #browser: Browser
  readonly #session: string
  #downloaded: (() => void) | undefined

  constructor(browser: Browser, session: string) {
    this.#browser = browser
    this.#session = session
  }

  send<R = unknown>(method: string, params: object = {}): Promise<R> {
    return this.#browser.send<R>(method, params, this.#session)
  }

  notice(method: string, params: Readonly<Record<string, unknown>>): void {
    const { entry, exceptionDetails } = params as {
      entry?: { source: string; text: string }
      exceptionDetails?: { text: string; exception?: { description?: string } }
    }
    if (method === 'Page.downloadProgress' && params['state'] === 'completed') this.#downloaded?.()
    if (method === 'Runtime.exceptionThrown') {
      this.complaints.push(
        exceptionDetails?.exception?.description ?? exceptionDetails?.text ?? 'a script failed',
      )
    }
    // The browser also logs every answer from 400 on; those the page shows itself.
    if (method === 'Log.entryAdded' && entry !== undefined && entry.source !== 'network')
      this.complaints.push(entry.text)
  }

  async show({ width, scheme = 'light' }: { width: number; scheme?: 'light' | 'dark' }): Promise<void> {
    const metrics = { width, height: 900, deviceScaleFactor: 1, mobile: false }
    await this.send('Emulation.setDeviceMetricsOverride', metrics)
    const features = [{ name: 'prefers-color-scheme', value: scheme }]
    await this.send('Emulation.setEmulatedMedia', { features })
  }

  /** Evaluates an expression in the page; a promise is waited for. */
  async read<R>(expression: string): Promise<R> {
    const { result, exceptionDetails } = await this.send<{
      result: { value: R }
      exceptionDetails?: { exception?: { description?: string } }
    }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? expression)
    return result.value
  }

  text(): Promise<string> {
    return this.read<string>('document.body.innerText')
  }

  /** Waits until the page shows the text. */
  async shows(text: string): Promise<void> {
    await this.until(`document.body.innerText.includes(${JSON.stringify(text)})`, `the text “${text}”`)
  }

  async until(condition: string, what = condition): Promise<void> {
    const holds = await this.read<boolean>(`new Promise((resolve) => {
      const end = performance.now() + ${patienceMs}
      const look = () => {
        if (${condition}) resolve(true)
        else if (performance.now() > end) resolve(false)
        else setTimeout(look, 10)
      }
      look()
    })`)
    if (!holds) throw new Error(`the page never showed ${what}; it shows:\n${await this.text()}`)
  }

  async go(hash: string, heading: string): Promise<void> {
    await this.read(`void (location.hash = ${JSON.stringify(hash)})`)
    await this.until(
      `document.querySelector('h1')?.textContent === ${JSON.stringify(heading)}`,
      `the heading “${heading}”`,
    )
  }

  /** Presses the button or link with exactly this text. */
  async press(text: string): Promise<void> {
    const found = `[...document.querySelectorAll('button, a, summary')]
      .filter((each) => each.textContent === ${JSON.stringify(text)} && each.checkVisibility()).at(-1)`
    await this.until(`${found} !== undefined`, `something to press called “${text}”`)
    await this.read(`void (${found}.focus(), ${found}.click())`)
  }

  /** Types into the field with this label, by the keyboard. */
  async fill(label: string, text: string): Promise<void> {
    const found = `[...document.querySelectorAll('label')]
      .find((each) => each.textContent === ${JSON.stringify(label)})?.control`
    await this.until(`${found} !== undefined && ${found} !== null`, `a field called “${label}”`)
    await this.read(`void (${found}.focus(), ${found}.select?.())`)
    await this.send('Input.insertText', { text })
  }

  async key(key: 'Enter' | 'Tab' | 'Escape'): Promise<void> {
    const code = { Enter: 13, Tab: 9, Escape: 27 }[key]
    const event = { key, code: key, windowsVirtualKeyCode: code, ...(key === 'Enter' ? { text: '\r' } : {}) }
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event })
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
  }

  async keepsDownloadsIn(folder: string): Promise<void> {
    await this.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder })
  }

  /** Settles when the next download is there whole. */
  downloaded(): Promise<void> {
    return new Promise((resolve) => (this.#downloaded = resolve))
  }

  async picture(): Promise<Buffer> {
    const { data } = await this.send<{ data: string }>('Page.captureScreenshot', { format: 'png' })
    return Buffer.from(data, 'base64')
  }
}

interface Message {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
  readonly method?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly sessionId?: string
}

/** The browser tells it on standard error as soon as it can be reached. */
async function debuggingAddress(process: ChildProcess): Promise<string> {
  let said = ''
  const stream = process.stderr?.setEncoding('utf8')
  if (stream === undefined) throw new Error('the browser has no standard error')
  for await (const chunk of stream) {
    said += String(chunk)
    const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
    if (found === undefined) continue
    stream.resume()
    return found
  }
  throw new Error(`the browser did not start: ${said}`)
}
