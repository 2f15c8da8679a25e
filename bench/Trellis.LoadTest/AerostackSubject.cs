using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Trellis.Server;

namespace Trellis.LoadTest;

/// <summary>A project on SQLite in a temporary directory, its rows, cache and queue, and the echo.</summary>
internal sealed class AerostackSubject : ISubject
{
    private const string KeyHeader = "X-Aerostack-Key";

    private readonly TrellisServer _server;
    private readonly WebApplication _echo;

    private AerostackSubject(TrellisServer server, WebApplication echo)
    {
        (_server, _echo) = (server, echo);
        Scenarios =
        [
            new("JSON echo, bare Kestrel", new Uri(EchoServer.Address(echo), "/echo"), """{"Token":"user:17","Text":"hello","Number":7}"""),
            Ask("insert a row, durable", "/v1/db/query", """{"sql":"INSERT INTO notes (text) VALUES (?)","params":["hello"]}"""),
            Ask("select a row by its key", "/v1/db/query", """{"sql":"SELECT * FROM notes WHERE id = ?","params":[1]}"""),
            Ask("get from the cache", "/v1/cache/get", """{"key":"user:17"}"""),
            Ask("set in the cache, durable", "/v1/cache/set", """{"key":"user:17","value":{"name":"Ada"},"ttl":600}"""),
            Ask("enqueue a job, durable", "/v1/queue/enqueue", """{"type":"answer-ticket","data":{"ticket":17}}"""),
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int> Connections => [1, 64];

    private string Key => _server.Credentials!.Reveal("aerostack", "apiKey");

    public static async Task<AerostackSubject> StartAsync()
    {
        var subject = new AerostackSubject(await TrellisServer.StartAsync(new TrellisServerOptions { IsDurable = true }), await EchoServer.StartAsync());
        await subject.PostAsync("/v1/db/query", """{"sql":"CREATE TABLE notes (id integer PRIMARY KEY, text text)"}""");
        await subject.PostAsync("/v1/db/query", """{"sql":"INSERT INTO notes (text) VALUES ('first')"}""");
        await subject.PostAsync("/v1/cache/set", """{"key":"user:17","value":{"name":"Ada"}}""");
        return subject;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _echo.DisposeAsync();
    }

    private Scenario Ask(string name, string path, string body) =>
        new(name, new Uri(_server.Url, path), body) { Headers = new Dictionary<string, string> { [KeyHeader] = Key } };

    private async Task PostAsync(string path, string body)
    {
        using var http = new HttpClient { BaseAddress = _server.Url };
        using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        http.DefaultRequestHeaders.Add(KeyHeader, Key);
        using var response = await http.PostAsync(path, content);
        response.EnsureSuccessStatusCode();
    }
}
