import type { MetricId } from '../schema/vocabulary.ts';

/** The formulas of the metrics in English. */
export const formulasEn: Readonly<Record<MetricId, string>> = {
  A1: 'raw = Σ over entry points of 1 × (1.3 string | 1.5 untyped or binary input) × 1.4 if not authenticated × 1.2 if not validated; value = min(1, log2(1 + raw) / log2(1001))',
  A2: 'per method that an entry point reaches: cognitive complexity / (distance to the nearest entry point + 1); raw = mean of the 50 highest; value = min(1, raw / 30)',
  A3: 'per entry point its loosest parameter: bounded 0.2, string 0.5, untyped 0.8, binary 1; × 0.7 if validated; 0 without input; raw = value = mean weighted http 1, mq 0.8, job 0.5, others 0.7',
  B1: 'per road the distinct guard categories (authentication, authorization, validation, sanitization, rate limiting, audit) / 6; raw = weakest road; value = 1 − raw',
  B2: 'raw = d = fewest hops from an unauthenticated entry point to a privileged sink (0 = in the handler itself); value = 1 − min(1, ln(d + 1) / ln 11), 0 if none is reachable; pairs of authenticated entry points count 0 in the mean of csqa-2',
  B3: 'per sink operation the least / the most of {authentication, authorization, validation} over its roads, 1 where all have none; raw = worst operation; value = 1 − raw; csqa-2: per pair whose operation others reach too the share of the three that is missing (validation only where there is input), 0 where it is the only road',
  B4: 'raw = places that answer a failure of security-relevant code and fail closed (rethrow, deny, error response) / all such places; value = 1 − raw',
  C1: 'raw = longest run of consecutive hops from input to sink without validation or sanitization of the value that flows; value = min(1, raw / 10)',
  C2: 'raw = value = exception handling that lets details of the exception reach a response / all exception handling on reachable code that can answer a client',
  C3: 'raw = value = flows of secrets (by name, type, annotation or source) into logs or responses / all uses of secrets; settings that hold a secret are uses, and all there are in a tree without code in a supported language',
  D1: 'raw = programming languages of production code − 1; value = min(1, raw / 4)',
  D2: 'raw = most hops after the last authentication or authorization check on a road from an authenticated entry point; value = min(1, raw / 10); csqa-2: per pair the hops since the last check on the shortest road, since the entry point where there is none',
  E1: 'raw = Σ over runtime libraries (declared ones; in the mode full those on the class path): baseline 0, internal 0, other 1, security library outside the baseline 2, home-made crypto 3; value = min(1, raw / 50)',
  F1: 'raw = value = 0.25 × mean out-degree / 20 + 0.25 × mean cognitive complexity / 30 + 0.20 × (1 − tested share of concrete production classes) + 0.15 × duplicated-token share + 0.15 × abstract share; each part at most 1',
  F2: 'raw = value = authorization, validation and sanitization guards whose carrier no test exercises by a resolved reference / all of them; csqa-2: value = entry points that take requests and reach an operation, none of whose guards on the way (path rules included) a test exercises / all such entry points',
};
