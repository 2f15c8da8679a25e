using System.Text.Json.Nodes;
using Trellis.Aerostack;

namespace Trellis.Aot.SmokeApp;

internal static class AerostackScenario
{
    public static async Task RunAsync()
    {
        var handler = new ScriptedHandler(
            (503, "{}"),
            (200, """{"value":{"a":null},"exists":true,"new":1}"""),
            (200, """{"success":true}"""),
            (200, """{"results":[{"id":1}],"count":"1"}"""),
            (400, """{"code":"DB_QUERY_FAILED","message":"no such table: t"}"""),
            (201, """{"jobId":"j"}"""),
            (200, """{"token":"t","user":{"name":null},"expiresAt":"2026-01-01T00:00:00Z"}"""),
            (200, """{"url":"https://h.test/k"}"""),
            (200, """{"jobs":[{"id":"j","status":"queued"}],"list_complete":true}"""),
            (200, """{"choices":[{"message":{"role":"assistant","content":"hi"}}]}"""),
            (200, """{"messages":[{"id":"m"}]}"""));
        var options = new AerostackClientOptions
        {
            ApiKey = "ac_secret_smoke",
            ConsumerKey = "ask_live_smoke",
            Retries = new RetryConfig("backoff", new BackoffStrategy(1, 1, 1, 60_000), false),
        };
        await using var client = new AerostackClient(options, new HttpClient(handler));
        Expect.That((await client.Cache.GetAsync("k")).AdditionalFields!["new"].GetInt32() == 1);
        await client.Cache.SetAsync("k", new JsonObject { ["a"] = new JsonArray(1, null) }, TimeSpan.FromSeconds(60));
        Expect.That(handler.Bodies[2] == """{"key":"k","value":{"a":[1,null]},"ttl":60}""");
        Expect.That((await client.Database.QueryAsync("SELECT ?", [true, null, 1.5, "x"])).Count == 1);
        var error = await Expect.Throws<AerostackErrorResponseException>(() => client.Database.QueryAsync("SELECT"));
        Expect.That(error.Error.Code == AerostackErrorCode.DbQueryFailed);
        Expect.That((await client.Queue.EnqueueAsync("t", [])).JobId == "j");
        Expect.That((await client.Authentication.SigninAsync("a@b.co", new Secret("x"))).Token!.ToString() == Secret.Mask);
        await client.Storage.UploadAsync("k", new UploadFile("f.txt", new MemoryStream("hello"u8.ToArray())));
        Expect.That(handler.Bodies[7].Contains("filename=\"f.txt\"", StringComparison.Ordinal));
        Expect.That((await client.Queue.ListJobsAsync()).Jobs![0].Status == JobStatus.Queued);
        Expect.That((await client.Gateway.ChatAsync("bot", new([ChatMessage.FromUser("hello")]))).Text == "hi");
        Expect.That((await client.Realtime.GetHistoryAsync("orders")).Count == 1);
    }
}
