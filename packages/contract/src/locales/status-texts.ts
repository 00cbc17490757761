import type { Locale } from './index.ts'

/** Refusals that the catalogue has no code for: nothing was wrong with what was wanted, but with how it came here. */
export type StatusText =
  | 'noOperation'
  | 'noWorld'
  | 'otherVerb'
  | 'noSuchAnswer'
  | 'tooSlow'
  | 'changedMeanwhile'
  | 'headTooLong'
  | 'bodyTooLong'
  | 'unreadableType'
  | 'unavailable'

/** What such an answer says, in each language. The words are ours: nothing publishes them. */
export const statusTexts: Readonly<Record<Locale, Readonly<Record<StatusText, string>>>> = {
  'en-US': {
    noOperation: 'There is no operation at this path.',
    noWorld: 'This server has no such world.',
    otherVerb: 'The operation at this path has other verbs; the header Allow names them.',
    noSuchAnswer: 'The answer can only be given as application/json.',
    tooSlow: 'The request did not arrive in time.',
    changedMeanwhile: 'The resource has changed since it was read. Read it again and repeat the request.',
    headTooLong: 'The address and the headers of the request are too long together.',
    bodyTooLong: 'The body of the request is too long.',
    unreadableType: 'The body of the request can only be read as application/json, plain, gzip or deflate.',
    unavailable: 'The service cannot take the request now. Repeat it after the time that Retry-After gives.',
  },
  'nl-NL': {
    noOperation: 'Op dit pad is er geen bewerking.',
    noWorld: 'Deze server heeft die wereld niet.',
    otherVerb: 'De bewerking op dit pad heeft andere werkwoorden; de header Allow noemt ze.',
    noSuchAnswer: 'Het antwoord kan alleen als application/json worden gegeven.',
    tooSlow: 'De aanvraag is niet op tijd aangekomen.',
    changedMeanwhile:
      'De resource is gewijzigd nadat deze is gelezen. Lees hem opnieuw en herhaal de aanvraag.',
    headTooLong: 'Het adres en de headers van de aanvraag zijn samen te lang.',
    bodyTooLong: 'De hoofdtekst van de aanvraag is te lang.',
    unreadableType:
      'De hoofdtekst van de aanvraag kan alleen als application/json worden gelezen, onverpakt, gzip of deflate.',
    unavailable:
      'De service kan de aanvraag nu niet aannemen. Herhaal deze na de tijd die Retry-After aangeeft.',
  },
  'pt-PT': {
    noOperation: 'Não existe nenhuma operação neste caminho.',
    noWorld: 'Este servidor não tem esse mundo.',
    otherVerb: 'A operação neste caminho tem outros verbos; o cabeçalho Allow indica-os.',
    noSuchAnswer: 'A resposta só pode ser dada como application/json.',
    tooSlow: 'O pedido não chegou a tempo.',
    changedMeanwhile: 'O recurso foi alterado desde que foi lido. Leia-o novamente e repita o pedido.',
    headTooLong: 'O endereço e os cabeçalhos do pedido são, em conjunto, demasiado longos.',
    bodyTooLong: 'O corpo do pedido é demasiado longo.',
    unreadableType: 'O corpo do pedido só pode ser lido como application/json, simples, gzip ou deflate.',
    unavailable:
      'O serviço não pode aceitar o pedido neste momento. Repita-o após o tempo indicado em Retry-After.',
  },
  'cs-CZ': {
    noOperation: 'Na této cestě není žádná operace.',
    noWorld: 'Tento server takový svět nemá.',
    otherVerb: 'Operace na této cestě má jiné metody; uvádí je hlavička Allow.',
    noSuchAnswer: 'Odpověď lze poskytnout pouze jako application/json.',
    tooSlow: 'Požadavek nedorazil včas.',
    changedMeanwhile: 'Prostředek se od přečtení změnil. Přečtěte ho znovu a požadavek zopakujte.',
    headTooLong: 'Adresa a hlavičky požadavku jsou dohromady příliš dlouhé.',
    bodyTooLong: 'Tělo požadavku je příliš dlouhé.',
    unreadableType: 'Tělo požadavku lze číst pouze jako application/json, nekomprimované, gzip nebo deflate.',
    unavailable: 'Služba nyní nemůže požadavek přijmout. Zopakujte ho po době, kterou udává Retry-After.',
  },
}
