import { describe, expect, it } from 'vitest';
import { accessOf, controllerFor, MAIN_CLASS } from '../../../test/access-of.ts';
import { settingsNamesIn } from './named-settings.ts';

const STARTS = (call: string) =>
  MAIN_CLASS.replace('SpringApplication.run(App.class, args);', call).replace(
    'import org.springframework.boot.SpringApplication;',
    'import org.springframework.boot.SpringApplication; import org.springframework.boot.builder.SpringApplicationBuilder;',
  );
const ARGUMENT =
  'String name = "--spring.config.name" + "=" + "clinic"; SpringApplication.run(App.class, new String[] { name });';
const RESOURCES = 'src/main/resources';

/** The path of the one handler, which has the context path of the settings before it. */
async function path(starts: string, files: Readonly<Record<string, string>>): Promise<string | undefined> {
  const { verdicts } = await accessOf({
    'App.java': STARTS(starts),
    'Pages.java': controllerFor('GET /a'),
    ...files,
  });
  return Object.keys(verdicts).find((each) => each.endsWith('/a'));
}

describe('settings that a program gives a name of its own', () => {
  const clinic = { [`${RESOURCES}/clinic.yml`]: 'server: { servlet: { context-path: /clinic } }\n' };

  it.each([
    ['an argument', ARGUMENT],
    [
      'the builder',
      'new SpringApplicationBuilder(App.class).properties("spring.config.name=clinic").run(args);',
    ],
    [
      'a system property',
      'System.setProperty("spring.config.name", "clinic"); SpringApplication.run(App.class, args);',
    ],
  ])('are read where %s gives it', async (_, starts) => {
    expect(await path(starts, clinic)).toBe('GET /clinic/a');
  });

  it('are not read where nothing does, or another name is given', async () => {
    expect(await path('SpringApplication.run(App.class, args);', clinic)).toBe('GET /a');
    expect(await path(ARGUMENT.replace('clinic', 'other'), clinic)).toBe('GET /a');
  });

  it('have profiles like others', async () => {
    const files = {
      [`${RESOURCES}/clinic.yml`]:
        'spring: { profiles: { active: dev } }\nserver: { servlet: { context-path: /plain } }\n',
      [`${RESOURCES}/clinic-dev.yml`]: 'server: { servlet: { context-path: /dev } }\n',
      [`${RESOURCES}/clinic-prod.yml`]: 'server: { servlet: { context-path: /prod } }\n',
    };
    expect(await path(ARGUMENT, files)).toBe('GET /dev/a');
  });

  it('take no names from files that do not speak of the key', () => {
    expect(settingsNamesIn('String a = "clinic";')).toEqual([]);
    expect(settingsNamesIn('run("--spring.config.name=clinic,extra");')).toEqual(['clinic', 'extra']);
  });
});
