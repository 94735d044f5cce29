import {
  GROUP_IDS,
  type GroupId,
  METRIC_IDS,
  type MetricId,
  MISSING_BASELINE_CHOICES,
  type OnMissingBaseline,
} from '@csqa/report';
import { type Command, Option } from 'commander';
import { FAIL_ON_CHOICES, type FailOn, type GateFlags, type LimitsById } from '../analysis/gate.ts';
import { readShare } from '../arguments/quantities.ts';
import { choiceOption, dayOption, type OptionReader, valueOption } from '../arguments/value-options.ts';
import type { CliTexts } from '../text/catalogue.ts';

/** The gate on a command line. */
export interface GivenGate {
  readonly failOn?: FailOn;
  readonly maxRisk?: number;
  readonly max?: LimitsById;
  readonly failOnNew?: FailOn;
  readonly maxRiskIncrease?: number;
  readonly maxIncrease?: LimitsById;
  readonly onMissingBaseline?: OnMissingBaseline;
  /** `YYYY-MM-DD`. */
  readonly asOf?: string;
}

/** Adds the options of a gate to a command. */
export function addGateFlags(command: Command, texts: CliTexts): Command {
  const { usage } = texts;
  const help = texts.help.gate;
  const option = (flags: string, about: string): Option => new Option(flags, about);
  const reader = { command: command.name(), usage };
  const share = { read: readShare, expected: usage.riskNumber };
  return command
    .addOption(choiceOption(option('--fail-on <severity>', help.failOn), FAIL_ON_CHOICES, reader))
    .addOption(choiceOption(option('--fail-on-new <severity>', help.failOnNew), FAIL_ON_CHOICES, reader))
    .addOption(valueOption(option('--max-risk <number>', help.maxRisk), share, reader))
    .addOption(valueOption(option('--max-risk-increase <number>', help.maxRiskIncrease), share, reader))
    .addOption(limitOption(option('--max <id=number>', help.max), reader))
    .addOption(limitOption(option('--max-increase <id=number>', help.maxIncrease), reader))
    .addOption(
      choiceOption(
        option('--on-missing-baseline <what>', help.onMissingBaseline),
        MISSING_BASELINE_CHOICES,
        reader,
      ),
    )
    .addOption(dayOption(option('--as-of <date>', help.asOf), reader));
}

/** The flags as the gate takes them. */
export function gateFlagsOf(given: GivenGate): GateFlags {
  const { failOn, maxRisk, max, failOnNew, maxRiskIncrease, maxIncrease, onMissingBaseline } = given;
  return {
    failOn: failOn ?? null,
    maxRisk: maxRisk ?? null,
    ...{ max, failOnNew, maxRiskIncrease, maxIncrease, onMissingBaseline },
  };
}

/** Collects `B1=0.5` and `B=0.6`; repeated options and several separated by commas add up. */
function limitOption(option: Option, reader: OptionReader): Option {
  const given: Partial<Record<MetricId | GroupId, number>> = {};
  const read = (written: string): LimitsById | null => {
    for (const part of written.split(',')) {
      const [name, number, ...rest] = part.split('=');
      const id = [...METRIC_IDS, ...GROUP_IDS].find((known) => known === name?.trim());
      const share = readShare(number ?? '');
      if (id === undefined || share === null || rest.length > 0) return null;
      given[id] = share;
    }
    return { ...given };
  };
  return valueOption(option, { read, expected: reader.usage.limitById }, reader);
}
