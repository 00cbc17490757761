import { everyFault, type AnyFaultName } from '@tenantry/contract/faults/index.ts'
import type { FaultSpec } from '@tenantry/contract/faults/fault.ts'
import { descriptionLimit, locales, type Locale } from '@tenantry/contract/locales/index.ts'
import { faultBody, type RawAnswer } from '@tenantry/sdk'
import type { Recipe } from './recipe.ts'
import type { World } from './world.ts'

/** What one run of a recipe saw. `problems` is empty when every answer was the expected one. */
export interface RecipeRun {
  readonly fault: AnyFaultName
  readonly code: number
  readonly status: number
  /** The description as it came, by language. */
  readonly texts: Readonly<Partial<Record<Locale, string>>>
  readonly problems: readonly string[]
}

/** Runs a recipe and holds status, code and text against the catalogue, in every language. */
export async function runRecipe(recipe: Recipe, world: World): Promise<RecipeRun> {
  const spec: FaultSpec = everyFault[recipe.fault]
  const provoke = await recipe.prepare(world)
  const texts: Partial<Record<Locale, string>> = {}
  const problems: string[] = []
  for (const locale of Object.keys(locales) as Locale[]) {
    const answer = await provoke(world.in(locale))
    const seen = spec.status === 200 ? noticeIn(answer, spec.code) : refusalIn(answer)
    if (seen !== undefined) texts[locale] = seen.description
    problems.push(...differences(recipe.fault, spec, locale, answer, seen))
  }
  return { fault: recipe.fault, code: spec.code, status: spec.status, texts, problems }
}

interface Seen {
  readonly code: number
  readonly description: string
}

const refusalIn = (answer: RawAnswer): Seen | undefined => faultBody(answer.body)

/** A notice has status 200 in the catalogue: it rides on the line of a cart that was accepted. */
function noticeIn(answer: RawAnswer, code: number): Seen | undefined {
  const { lineItems = [] } = (answer.body ?? {}) as {
    lineItems?: { error?: { errorCode: number; errorDescription: string } }[]
  }
  const error = lineItems.map((line) => line.error).find((error) => error?.errorCode === code)
  return error === undefined ? undefined : { code: error.errorCode, description: error.errorDescription }
}

function differences(
  name: AnyFaultName,
  spec: FaultSpec,
  locale: Locale,
  answer: RawAnswer,
  seen: Seen | undefined,
): string[] {
  const isExpectedStatus = spec.status === 200 ? answer.status < 300 : answer.status === spec.status
  if (!isExpectedStatus || seen?.code !== spec.code) {
    const got = JSON.stringify(answer.body ?? null).slice(0, 400)
    return [`${locale}: ${spec.code}/${spec.status} expected, the answer was ${answer.status}: ${got}`]
  }
  const text = locales[locale][name]
  return fits(seen.description, text)
    ? []
    : [`${locale}: "${text}" expected, the text was "${seen.description}"`]
}

/** Whether a description is the text with every placeholder filled in. */
export function fits(description: string, text: string): boolean {
  const pattern = text
    .split(/\{\w+\}/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('(.+)')
  const whole = new RegExp(`^${pattern}$`, 's')
  const isCut = description.length === descriptionLimit && description.endsWith('…')
  return isCut
    ? text.startsWith(description.slice(0, 40))
    : whole.test(description) && !/\{[a-z]\w*\}/i.test(description)
}
