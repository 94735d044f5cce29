import { describe, expect, it } from 'vitest';
import { labelledFiles, routesOf } from '../../../test/labelled-files.ts';

const APPLICATION = `package org.clinic;
import java.util.function.*;
import org.springframework.context.annotation.Bean;
@org.springframework.boot.autoconfigure.SpringBootApplication
class Clinic {
  public static void main(String[] args) { org.springframework.boot.SpringApplication.run(Clinic.class, args); }
  @Bean Consumer<String> visits() { return text -> System.out.println(text); }
  @Bean Function<String, String> rooms() { return this::shorten; }
  private String shorten(String text) { return text; }
}
@org.springframework.stereotype.Component
class Bills implements Consumer<String> { public void accept(String bill) {} }
class NoBean implements Consumer<String> { public void accept(String bill) {} }
`;

const pom = (artifact: string) => `<project><modelVersion>4.0.0</modelVersion><groupId>org.clinic</groupId>
<artifactId>clinic</artifactId><version>1</version><dependencies><dependency><groupId>org.springframework.cloud</groupId>
<artifactId>${artifact}</artifactId><version>4.1.0</version></dependency></dependencies></project>`;

async function routes(artifact: string, settings: string): Promise<string[]> {
  const labels = await labelledFiles({
    'pom.xml': pom(artifact),
    'src/main/java/org/clinic/Clinic.java': APPLICATION,
    'src/main/resources/application.properties': settings,
  });
  return routesOf(labels);
}

describe('function beans', () => {
  it('take messages where the settings name them', async () => {
    expect(
      await routes('spring-cloud-starter-stream-kafka', 'spring.cloud.function.definition=visits;bills\n'),
    ).toEqual(['visits Clinic.visits', 'bills Bills.accept']);
  });

  it('take none where several are there and nothing names one', async () => {
    expect(await routes('spring-cloud-starter-stream-kafka', '')).toEqual([]);
  });

  it('answer under their names where the web starter of functions is there', async () => {
    expect(await routes('spring-cloud-starter-function-web', '')).toEqual([
      'GET|POST /visits Clinic.visits',
      'GET|POST /rooms Clinic.shorten',
      'GET|POST /bills Bills.accept',
    ]);
  });

  it('are ordinary beans without any of these libraries', async () => {
    expect(await routes('spring-cloud-commons', '')).toEqual([]);
  });
});
