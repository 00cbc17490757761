import type { AnyFaultName, everyFault } from '../faults/index.ts'
import type { SamePlaceholders } from '../faults/fault.ts'

/** Every declared fault's text in one language. */
export type Messages = { readonly [Name in AnyFaultName]: string }

/** Texts of one language: only of declared faults, and with the placeholders of the English text. */
export const locale = <const M extends Partial<Messages>>(
  messages: M & { readonly [Name in keyof M]: Name extends AnyFaultName ? Fitting<Name, M[Name]> : never },
): { readonly [Name in keyof M]: string } => messages

type English<Name extends AnyFaultName> = (typeof everyFault)[Name]['message']

/** A text that does not fit becomes the English text, so that the compiler shows which placeholders were meant. */
type Fitting<Name extends AnyFaultName, Text> = Text extends string
  ? SamePlaceholders<English<Name>, Text> extends true
    ? Text
    : English<Name>
  : never
