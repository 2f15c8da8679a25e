using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Trellis.Aerostack;

namespace Trellis.EndToEnd.Tests.Aerostack.Hostile;

/// <summary>What nobody should send: each is refused with a clear error, the server goes on, and nothing is half written.</summary>
public sealed class HostileInputTests(ProjectServer server)
{
    private const int TooMany = 10_000;

    [Theory]
    [InlineData("'; drop table t; --")]
    [InlineData("1) or 1=1; delete from t; --")]
    [InlineData("\" union select key from api_keys --")]
    [InlineData("?); attach database '/etc/passwd' as p; --")]
    public async Task Parameters_are_values_whatever_they_say(string value)
    {
        await using var client = await PreparedAsync();
        await client.Database.QueryAsync("insert into t values (?)", [value]);
        (await client.Database.QueryAsync("select a from t where a = ?", [value])).Results!.ShouldHaveSingleItem().GetProperty("a").GetString().ShouldBe(value);
        (await CountAsync(client)).ShouldBe(2);
    }

    [Theory]
    [InlineData("attach database '/tmp/stolen.db' as stolen")]
    [InlineData("detach database main")]
    [InlineData("vacuum into '/tmp/stolen.db'")]
    [InlineData("select load_extension('/tmp/evil.so')")]
    [InlineData("select writefile('/tmp/evil', 'x')")]
    [InlineData("pragma writable_schema = on")]
    [InlineData("begin; insert into t values ('x')")]
    [InlineData("insert into t values ('x'); select 1")]
    [InlineData("create temp table u (a)")]
    public async Task Statements_that_reach_beyond_the_projects_data_are_refused(string sql)
    {
        await using var client = await PreparedAsync();
        var refusal = await Should.ThrowAsync<AerostackErrorResponseException>(() => client.Database.QueryAsync(sql));
        refusal.Status.ShouldBe(400);
        refusal.Message.ShouldNotBeEmpty();
        (await CountAsync(client)).ShouldBe(1);
    }

    [Fact]
    public async Task A_text_that_no_database_keeps_is_refused_as_a_parameter()
    {
        await using var client = await PreparedAsync();
        var refusal = await Should.ThrowAsync<AerostackErrorResponseException>(() => client.Database.QueryAsync("insert into t values (?)", ["a\0b"]));
        refusal.Status.ShouldBe(400);
        refusal.Message.ShouldContain("params[0]");
        (await CountAsync(client)).ShouldBe(1);
    }

    [Fact]
    public async Task A_statement_that_is_far_too_long_is_refused()
    {
        await using var client = await PreparedAsync();
        var sql = $"insert into t values ('{new string('x', 600_000)}')";
        var refusal = await Should.ThrowAsync<AerostackErrorResponseException>(() => client.Database.QueryAsync(sql));
        refusal.Status.ShouldBe(400);
        refusal.Message.ShouldContain("sql");
        (await CountAsync(client)).ShouldBe(1);
    }

    [Fact]
    public async Task A_statement_that_is_nested_beyond_what_the_engine_takes_is_refused()
    {
        await using var client = await PreparedAsync();
        var sql = $"select {string.Concat(Enumerable.Repeat("1+", 10_000))}1";
        (await Should.ThrowAsync<AerostackErrorResponseException>(() => client.Database.QueryAsync(sql))).Status.ShouldBe(400);
        (await CountAsync(client)).ShouldBe(1);
    }

    [Theory]
    [InlineData("with recursive r(n) as (select 1 union all select n + 1 from r) select count(*) from r", "statement_timeout")]
    [InlineData("insert into t with recursive r(n) as (select 1 union all select n + 1 from r) select n from r", "statement_timeout")]
    [InlineData("with recursive r(n) as (select 1 union all select n + 1 from r limit 1000000) select n from r", "result_too_large")]
    [InlineData("select hex(zeroblob(1000000000))", null)]
    public async Task A_query_that_would_not_end_is_ended(string sql, string? reason)
    {
        await using var client = await PreparedAsync();
        var refusal = await Should.ThrowAsync<AerostackErrorResponseException>(() => client.Database.QueryAsync(sql));
        if (reason is not null)
            refusal.Error.Details!.Value.GetProperty("reason").GetString().ShouldBe(reason);
        (await CountAsync(client)).ShouldBe(1);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/../x")]
    [InlineData("a/../../b")]
    [InlineData("..\\..\\windows")]
    [InlineData("a\0b")]
    [InlineData("")]
    public async Task A_key_that_leads_elsewhere_is_refused_by_every_operation_on_files(string key)
    {
        await using var client = await PreparedAsync();
        await RefusedAsync(() => Upload(client, key));
        await RefusedAsync(() => client.Storage.DownloadAsync(key, Stream.Null));
        await RefusedAsync(() => client.Storage.CopyAsync("good", key));
        await RefusedAsync(() => client.Storage.MoveAsync("good", key));
        (await client.Storage.ListAllAsync().Select(static file => file.Key).ToListAsync()).ShouldBe(["good"]);

        static async Task RefusedAsync(Func<Task> call) => (await Should.ThrowAsync<AerostackException>(call)).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("/storage/projects/../../etc/passwd")]
    [InlineData("/storage/projects/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/storage/projects/{id}/..%2f..%2ftrellis.db")]
    [InlineData("/storage/projects/{id}/..%5C..%5Ctrellis.db")]
    [InlineData("/storage/projects/{id}//etc/passwd")]
    [InlineData("/storage/projects/{id}/good%00")]
    public async Task An_address_that_leads_out_of_the_files_opens_nothing(string path)
    {
        var project = await server.NewProjectAsync();
        await using var client = await PreparedAsync(project);
        var signed = (await client.Storage.GetUrlAsync("good")).Url!;
        var id = signed.AbsolutePath.Split('/')[3];

        foreach (var query in (string[])["", signed.Query])
            (await StatusAsync(project, path.Replace("{id}", id, StringComparison.Ordinal) + query)).ShouldBeOneOf(400, 403, 404);

        using var http = new HttpClient();
        (await http.GetStringAsync(signed)).ShouldBe("x");
    }

    [Fact]
    public async Task Ten_thousand_statements_in_one_request_are_refused_and_none_is_run()
    {
        await using var client = await PreparedAsync();
        var batch = Enumerable.Repeat(new DbStatement("insert into t values ('x')"), TooMany).ToList();
        (await Should.ThrowAsync<AerostackErrorResponseException>(() => client.Database.BatchAsync(batch))).Message.ShouldContain("queries");
        (await CountAsync(client)).ShouldBe(1);
    }

    [Fact]
    public async Task Ten_thousand_keys_in_one_request_are_refused_and_none_is_set()
    {
        await using var client = await PreparedAsync();
        var keys = Enumerable.Range(0, TooMany).Select(static n => $"k{n}").ToList();
        Func<Task>[] calls =
        [
            () => client.Cache.SetManyAsync([.. keys.Select(static key => new CacheItem(key, 1))]),
            () => client.Cache.GetManyAsync(keys),
            () => client.Cache.DeleteManyAsync([.. keys, "kept"]),
        ];
        foreach (var call in calls)
            (await Should.ThrowAsync<AerostackException>(call)).Status.ShouldBe(400);
        (await client.Cache.ListAllAsync().Select(static key => key.Key).ToListAsync()).ShouldBe(["kept"]);
    }

    [Theory]
    [InlineData("/v1/cache/set", "{\"key\":\"x\",\"value\":", "}")]
    [InlineData("/v1/queue/enqueue", "{\"type\":\"x\",\"data\":{\"a\":", "}}")]
    [InlineData("/v1/db/query", "{\"sql\":\"insert into t values (?)\",\"params\":[", "]}")]
    [InlineData("/v1/auth/signup", "{\"email\":\"a@example.com\",\"password\":\"Correct-horse-7\",\"metadata\":{\"a\":", "}}")]
    [InlineData("/v1/ai/search/ingest", "{\"id\":\"x\",\"type\":\"t\",\"content\":\"c\",\"metadata\":{\"a\":", "}}")]
    [InlineData("/v1/collections/x/items", "{\"a\":", "}")]
    [InlineData("/internal/hooks/rpc", "{\"method\":\"cache.set\",\"args\":[\"x\",", "]}")]
    public async Task JSON_that_is_nested_far_too_deeply_is_refused(string path, string before, string after)
    {
        var project = await server.NewProjectAsync();
        await using var client = await PreparedAsync(project);
        var body = $"{before}{new string('[', 50_000)}{new string(']', 50_000)}{after}";
        var (status, answer) = await SendAsync(project, path, new StringContent(body, Encoding.UTF8, "application/json"));
        status.ShouldBe(400, answer.ToJsonString());
        answer["message"]!.GetValue<string>().ShouldNotBeEmpty();
        await NothingHappenedAsync(client);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_whether_it_says_so_or_not()
    {
        var project = await server.NewProjectAsync();
        await using var client = await PreparedAsync(project);
        var body = $$"""{"key":"x","value":"{{new string('x', 2 * 1024 * 1024)}}"}""";
        var (status, answer) = await SendAsync(project, "/v1/cache/set", new StringContent(body, Encoding.UTF8, "application/json"));
        status.ShouldBe(413, answer.ToJsonString());
        using var chunked = new StreamContent(new UnseekableStream(Encoding.UTF8.GetBytes(body)));
        chunked.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        (await SendAsync(project, "/v1/cache/set", chunked)).Status.ShouldBe(413);
        await NothingHappenedAsync(client);
    }

    [Theory]
    [InlineData("/v1/cache/set", "text/plain", "x = 1")]
    [InlineData("/v1/cache/set", "application/x-www-form-urlencoded", "key=x&value=1")]
    [InlineData("/v1/db/query", "application/xml", "<sql>insert into t values (1)</sql>")]
    [InlineData("/v1/queue/enqueue", "multipart/form-data; boundary=b", "--b--\r\n")]
    [InlineData("/v1/storage/upload", "application/json", "{\"key\":\"x\",\"file\":\"y\"}")]
    [InlineData("/v1/storage/upload", "multipart/form-data", "no boundary")]
    public async Task A_body_of_another_kind_is_refused(string path, string type, string body)
    {
        var project = await server.NewProjectAsync();
        await using var client = await PreparedAsync(project);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        var (status, answer) = await SendAsync(project, path, content);
        status.ShouldBeOneOf(400, 415);
        answer["message"]!.GetValue<string>().ShouldNotBeEmpty();
        await NothingHappenedAsync(client);
    }

    private async Task<AerostackClient> PreparedAsync(TestProject? project = null)
    {
        var client = (project ?? await server.NewProjectAsync()).Client();
        await client.Database.QueryAsync("create table t (a)");
        await client.Database.QueryAsync("insert into t values ('kept')");
        await client.Cache.SetAsync("kept", 1);
        await Upload(client, "good");
        return client;
    }

    private static async Task Upload(AerostackClient client, string key)
    {
        using var content = new MemoryStream("x"u8.ToArray());
        await client.Storage.UploadAsync(key, new UploadFile("x.txt", content));
    }

    private static async Task<long> CountAsync(AerostackClient client) =>
        (await client.Database.QueryAsync("select count(*) as n from t")).Results![0].GetProperty("n").GetInt64();

    private static async Task NothingHappenedAsync(AerostackClient client)
    {
        (await CountAsync(client)).ShouldBe(1);
        (await client.Cache.GetAsync("x")).IsHit.ShouldBeFalse();
        (await client.Queue.ListAllJobsAsync().ToListAsync()).ShouldBeEmpty();
        (await client.Storage.ExistsAsync("x")).Exists.ShouldBe(false);
    }

    private static async Task<(int Status, JsonObject Answer)> SendAsync(TestProject project, string path, HttpContent content)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(project.Url, path)) { Content = content };
        request.Headers.Add("X-Aerostack-Key", project.Key);
        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    // As it is written: a client's own address would tidy up what leads elsewhere.
    private static async Task<int> StatusAsync(TestProject project, string path)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(project.Url.Host, project.Url.Port);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {project.Url.Authority}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync();
        answer.ShouldNotContain("root:");
        answer.ShouldNotContain("SQLite format");
        return int.Parse(answer.Split(' ', 3)[1], CultureInfo.InvariantCulture);
    }

    /// <summary>A body of which nobody knows the length beforehand.</summary>
    private sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
