using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Garbage;

/// <summary>Whatever is sent, the answer is a refusal in the contract's shape or a success, and never a failure of the server.</summary>
public sealed class GarbageTests : ServerTest
{
    private const int Rounds = 25;

    private static readonly string[] Names =
    [
        "key", "value", "ttl", "keys", "entries", "amount", "initialValue", "prefix", "limit", "cursor", "sql", "params", "queries", "name", "statements",
        "serviceName", "data", "url", "timeoutMs", "messages", "model", "stream", "stream_options", "slug", "kind", "consumerId", "apiId", "units", "x", "",
        "content", "type", "id", "metadata", "text", "topK", "types", "filter", "embeddingModel",
    ];

    public static TheoryData<string> Paths { get; } =
    [
        "/v1/cache/get", "/v1/cache/set", "/v1/cache/setMany", "/v1/cache/getMany", "/v1/cache/deleteMany", "/v1/cache/increment", "/v1/cache/expire",
        "/v1/cache/list", "/v1/cache/keys", "/v1/db/query", "/v1/db/batch", "/v1/db/migrate", "/v1/services/register", "/v1/services/invoke",
        "/v1/services/delete", "/v1/ai/chat", "/v1/ai/embed", "/v1/ai/search/ingest", "/v1/ai/search/query", "/v1/ai/search/update", "/v1/ai/search/get",
        "/v1/collections/todos/items", "/v1/ai/search/delete", "/v1/ai/search/deleteByType", "/v1/ai/search/count", "/v1/ai/search/configure", "/v1/projects", "/v1/projects/keys", "/v1/gateway/apis", "/v1/gateway/consumers", "/v1/gateway/billing/log",
        "/internal/hooks/rpc",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Any_JSON_is_answered(string path)
    {
        foreach (var members in Gen.ListOf(Member(), 4).Sample(Rounds))
            ShouldBeAnswer(await First.PostAsync(path, $"{{{string.Join(',', members)}}}"));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Any_text_is_answered(string path)
    {
        foreach (var text in ArbMap.Default.GeneratorFor<string>().Sample(Rounds, 30))
            ShouldBeAnswer(await First.PostAsync(path, text));
    }

    [Theory]
    [InlineData("GET", "/v1/projects/keys")]
    [InlineData("GET", "/v1/services/list")]
    [InlineData("DELETE", "/v1/projects/keys/a%2Fb")]
    [InlineData("DELETE", "/v1/gateway/consumers/%7F%20")]
    [InlineData("GET", "/api/gateway/me/wallet?api_slug=%00")]
    [InlineData("POST", "/api/gateway/%F0%9F%98%80/v1/chat/completions")]
    public async Task A_JSON_content_type_without_a_body_and_odd_paths_are_answered(string method, string path) =>
        ShouldBeAnswer(await Server.SendAsync(method, path, First.Key, ""));

    private static void ShouldBeAnswer(Reply reply)
    {
        reply.Status.ShouldBeOneOf([200, 201, 400, 401, 404, 409, 502, 503], reply.Text);
        reply.ContentType.ShouldBeOneOf("application/json", "text/event-stream");
        if (reply.Status >= 400)
            reply.ShouldBeRefused(reply.Status, reply.Code);
    }

    private static Gen<string> Member() =>
        from name in Gen.Elements(Names)
        from value in Gen.Sized(Value)
        select $"\"{name}\":{value}";

    private static Gen<string> Value(int size)
    {
        var number = Gen.Elements("0", "-1", "1e999", "3.5", "9223372036854775808", "30", "1.0");
        var word = Gen.Elements("null", "true", "\"SELECT 1\"", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[{}]", "[\"a\"]");
        var text = ArbMap.Default.GeneratorFor<string?>().Select(static text => JsonValue.Create(text)?.ToJsonString() ?? "null");
        var leaf = Gen.OneOf(number, word, text);
        return size < 10
            ? leaf
            : Gen.OneOf(
                leaf,
                Gen.ListOf(Value(size / 3), 3).Select(static items => $"[{string.Join(',', items)}]"),
                Value(size / 3).SelectMany(static inner => Gen.Elements(Names).Select(name => $"{{\"{name}\":{inner}}}")));
    }
}
