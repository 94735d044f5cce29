import { describe, expect, it } from 'vitest';
import { labelledFiles, routesOf } from '../../../test/labelled-files.ts';
import { labelIn } from '../../base/text.ts';

const PROTO = `syntax = "proto3";
import "google/api/annotations.proto";
service Visits {
  // rpc Hidden(Ask) returns (Visit) { option (google.api.http) = { get: "/hidden" }; }
  rpc Show(Ask) returns (Visit) {
    option (google.api.http) = {
      get: "/v1/{name=visits/*}"
      additional_bindings { post: "/v1/visits:show" body: "*" }
    };
  }
  rpc Plain(Ask) returns (Visit);
}
service Rooms { rpc Show(Ask) returns (Visit) { option (google.api.http) = { get: "/v1/rooms" }; } }`;

const SERVICE = `package org.clinic;
import org.clinic.proto.VisitsGrpc;
import io.grpc.stub.StreamObserver;
class VisitService extends VisitsGrpc.VisitsImplBase {
  @Override public void show(String ask, StreamObserver<String> answer) {}
  @Override public void plain(String ask, StreamObserver<String> answer) {}
}`;

const files = (more: Readonly<Record<string, string>>) =>
  labelledFiles({
    'src/main/proto/visits.proto': PROTO,
    'src/main/java/org/clinic/VisitService.java': SERVICE,
    ...more,
  });

describe('routes over HTTP in the description of a service', () => {
  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['a proxy', { 'deploy/envoy.yaml': 'http_filters:\n- name: envoy.filters.http.grpc_json_transcoder\n' }],
    [
      'a gateway',
      { 'gateway/go.mod': 'module clinic\nrequire github.com/grpc-ecosystem/grpc-gateway/v2 v2.19.0\n' },
    ],
  ])('are paths of its methods where the tree has %s', async (_, gateway) => {
    const labels = await files(gateway);
    expect(routesOf(labels)).toEqual([
      'GET|POST show,/v1/{name},/v1/visits:show VisitService.show',
      'plain VisitService.plain',
    ]);
  });

  it('may be served by something elsewhere: nobody can tell', async () => {
    const labels = await files({ 'deploy/envoy.yaml': 'http_filters:\n- name: envoy.filters.http.router\n' });
    expect(routesOf(labels)).toEqual(['show VisitService.show', 'plain VisitService.plain']);
    expect(labels.diagnostics.map(({ message }) => labelIn('en', message))).toEqual([
      expect.stringContaining('Visits.Show has the route GET /v1/{name}'),
      expect.stringContaining('Visits.Show has the route POST /v1/visits:show'),
    ]);
  });
});
