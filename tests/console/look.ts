import type { Page } from './browser.ts'

export interface Look {
  /** What the page needs without scrolling sideways. */
  readonly width: number
  /** Texts whose contrast is below what WCAG AA asks. */
  readonly weak: readonly string[]
  /** Controls without an accessible name. */
  readonly unlabelled: readonly string[]
}

export const lookOf = (page: Page): Promise<Look> => page.read<Look>(`(${lookHere.toString()})()`)

/** Runs in the browser: it may use nothing from outside itself. */
function lookHere(): Look {
  const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number)
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const groundOf = (start: Element): string => {
    for (let each: Element | null = start; each !== null; each = each.parentElement) {
      const ground = getComputedStyle(each).backgroundColor
      if (channels(ground)[3] !== 0) return ground
    }
    return 'rgb(255, 255, 255)'
  }
  const contrast = (each: Element): number => {
    const [a, b] = [luminance(getComputedStyle(each).color), luminance(groundOf(each))]
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
  }
  const hasText = (each: Element): boolean =>
    [...each.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '')
  const visible = [...document.body.querySelectorAll('*')].filter((each) => each.checkVisibility())
  const controls = [
    ...document.querySelectorAll<HTMLInputElement>('input, select, textarea, button, [tabindex="0"]'),
  ]
  return {
    width: document.documentElement.scrollWidth,
    weak: visible
      .filter((each) => hasText(each) && contrast(each) < 4.5)
      .map((each) => `${each.tagName} ${each.className} ${contrast(each).toFixed(2)} “${each.textContent}”`),
    unlabelled: controls
      .filter(
        (each) =>
          (each.labels?.length ?? 0) === 0 &&
          !each.hasAttribute('aria-label') &&
          (each.tagName !== 'BUTTON' || each.textContent === ''),
      )
      .map((each) => each.outerHTML),
  }
}
