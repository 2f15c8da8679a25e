using System.Text.Json.Nodes;

namespace Trellis.Aerostack.Tests.Wire;

/// <summary>Contract section 2.2: what the later version of the API adds, in both forms.</summary>
public sealed class LaterOperationTests
{
    public static TheoryData<string, string, string, Func<AerostackClient, Task>, Action<AerostackClient>> Operations => new()
    {
        { "/v1/db/batch", """{"queries":[{"sql":"a","params":[1,null]},{"sql":"b"}]}""", "{}", c => c.Database.BatchAsync([new("a", [1, null]), new("b")]), c => c.Database.Batch([new("a", [1, null]), new("b")]) },
        { "/v1/cache/delete", """{"key":"k"}""", "{}", c => c.Cache.DeleteAsync("k"), c => c.Cache.Delete("k") },
        { "/v1/cache/getMany", """{"keys":["a","b"]}""", "{}", c => c.Cache.GetManyAsync(["a", "b"]), c => c.Cache.GetMany(["a", "b"]) },
        { "/v1/cache/setMany", """{"entries":[{"key":"a","value":null},{"key":"b","value":1,"ttl":5}]}""", "{}", c => c.Cache.SetManyAsync([new("a", null), new("b", 1, TimeSpan.FromSeconds(5))]), c => c.Cache.SetMany([new("a", null), new("b", 1, TimeSpan.FromSeconds(5))]) },
        { "/v1/cache/deleteMany", """{"keys":["a"]}""", "{}", c => c.Cache.DeleteManyAsync(["a"]), c => c.Cache.DeleteMany(["a"]) },
        { "/v1/cache/increment", """{"key":"k","amount":1,"initialValue":0}""", "{}", c => c.Cache.IncrementAsync("k"), c => c.Cache.Increment("k") },
        { "/v1/cache/expire", """{"key":"k","ttl":30}""", "{}", c => c.Cache.ExpireAsync("k", TimeSpan.FromSeconds(29.1)), c => c.Cache.Expire("k", TimeSpan.FromSeconds(29.1)) },
        { "/v1/cache/list", """{"limit":100}""", "{}", c => c.Cache.ListAsync(), c => c.Cache.List() },
        { "/v1/cache/keys", "{}", "{}", c => c.Cache.KeysAsync(), c => c.Cache.Keys() },
        { "/v1/cache/flush", """{"prefix":"a:"}""", "{}", c => c.Cache.FlushAsync("a:"), c => c.Cache.Flush("a:") },
        { "/v1/queue/job", """{"jobId":"j"}""", "{}", c => c.Queue.GetJobAsync("j"), c => c.Queue.GetJob("j") },
        { "/v1/queue/jobs", """{"status":"failed","type":"t","limit":50,"cursor":"c"}""", "{}", c => c.Queue.ListJobsAsync(new(JobStatus.Failed, "t"), cursor: "c"), c => c.Queue.ListJobs(new(JobStatus.Failed, "t"), cursor: "c") },
        { "/v1/queue/cancel", """{"jobId":"j"}""", "{}", c => c.Queue.CancelAsync("j"), c => c.Queue.Cancel("j") },
        { "/v1/storage/getUrl", """{"key":"k"}""", "{}", c => c.Storage.GetUrlAsync("k"), c => c.Storage.GetUrl("k") },
        { "/v1/storage/list", """{"prefix":"a/","limit":100}""", "{}", c => c.Storage.ListAsync("a/"), c => c.Storage.List("a/") },
        { "/v1/storage/delete", """{"key":"k"}""", "{}", c => c.Storage.DeleteAsync("k"), c => c.Storage.Delete("k") },
        { "/v1/storage/exists", """{"key":"k"}""", "{}", c => c.Storage.ExistsAsync("k"), c => c.Storage.Exists("k") },
        { "/v1/storage/getMetadata", """{"key":"k"}""", "{}", c => c.Storage.GetMetadataAsync("k"), c => c.Storage.GetMetadata("k") },
        { "/v1/storage/copy", """{"sourceKey":"a","destKey":"b"}""", "{}", c => c.Storage.CopyAsync("a", "b"), c => c.Storage.Copy("a", "b") },
        { "/v1/storage/move", """{"sourceKey":"a","destKey":"b"}""", "{}", c => c.Storage.MoveAsync("a", "b"), c => c.Storage.Move("a", "b") },
        { "/v1/ai/search/ingest", """{"content":"c","type":"t","id":"i","metadata":{"a":null}}""", "{}", c => c.Search.IngestAsync(new("c", "t", "i", new JsonObject { ["a"] = null })), c => c.Search.Ingest(new("c", "t", "i", new JsonObject { ["a"] = null })) },
        { "/v1/ai/search/query", """{"text":"q","topK":5}""", "{}", c => c.Search.QueryAsync("q"), c => c.Search.Query("q") },
        { "/v1/ai/search/query", """{"text":"q","topK":3,"types":["t"],"filter":{"a":1}}""", "{}", c => c.Search.QueryAsync(new SearchQuery("q", 3, ["t"], new JsonObject { ["a"] = 1 })), c => c.Search.Query(new SearchQuery("q", 3, ["t"], new JsonObject { ["a"] = 1 })) },
        { "/v1/ai/search/update", """{"id":"i","content":"c"}""", "{}", c => c.Search.UpdateAsync(new("i", "c")), c => c.Search.Update(new("i", "c")) },
        { "/v1/ai/search/get", """{"id":"i"}""", "{}", c => c.Search.GetAsync("i"), c => c.Search.Get("i") },
        { "/v1/ai/search/delete", """{"id":"i"}""", "{}", c => c.Search.DeleteAsync("i"), c => c.Search.Delete("i") },
        { "/v1/ai/search/deleteByType", """{"type":"t"}""", "{}", c => c.Search.DeleteByTypeAsync("t"), c => c.Search.DeleteByType("t") },
        { "/v1/ai/search/count", "{}", "{}", c => c.Search.CountAsync(), c => c.Search.Count() },
        { "/v1/ai/search/configure", """{"embeddingModel":"multilingual"}""", "{}", c => c.Search.ConfigureAsync(EmbeddingModel.Multilingual), c => c.Search.Configure(EmbeddingModel.Multilingual) },
        { "/v1/ai/embed", """{"text":"t"}""", "{}", c => c.Ai.EmbedAsync("t"), c => c.Ai.Embed("t") },
        { "/v1/ai/chat", """{"messages":[{"role":"user","content":"hi"}],"stream":false}""", "{}", c => c.Ai.CompleteAsync(new([ChatMessage.FromUser("hi")])), c => c.Ai.Complete(new([ChatMessage.FromUser("hi")])) },
        { "/v1/gateway/billing/log", """{"consumerId":"c","apiId":"a","units":7,"metric":"units"}""", "{}", c => c.Gateway.LogUsageAsync("c", "a", 7), c => c.Gateway.LogUsage("c", "a", 7) },
    };

    [Theory]
    [MemberData(nameof(Operations), DisableDiscoveryEnumeration = true)]
    public async Task Both_forms_send_the_same(string path, string body, string answer, Func<AerostackClient, Task> call, Action<AerostackClient> synchronously)
    {
        using var aerostack = new AerostackFixture(Golden.Ok(answer), Golden.Ok(answer));
        await call(aerostack.Client);
        synchronously(aerostack.Client);
        aerostack.Transport.Requests.Count.ShouldBe(2);
        aerostack.Transport.Requests.ShouldAllBe(request => request.Method == HttpMethod.Post && request.Path == path && request.BodyText == body);
    }

    [Fact]
    public async Task The_kinds_of_texts_are_got_without_a_body()
    {
        using var aerostack = new AerostackFixture(Golden.Ok("""{"types":[{"type":"t","count":2}]}"""));
        (await aerostack.Client.Search.ListTypesAsync()).Types!.Single().Count.ShouldBe(2);
        aerostack.Transport.LastRequest.Method.ShouldBe(HttpMethod.Get);
        aerostack.Transport.LastRequest.Path.ShouldBe("/v1/ai/search/listTypes");
        aerostack.LastBody.ShouldBe("");
        aerostack.Transport.LastRequest.Header("Content-Type").ShouldBeNull();
    }

    [Fact]
    public async Task A_batch_that_failed_in_part_is_no_error()
    {
        using var aerostack = new AerostackFixture(Golden.Ok("""{"results":[{"results":[{"a":1}],"success":true},{"success":false,"error":"no such table: t"}],"success":false}"""));
        var batch = await aerostack.Client.Database.BatchAsync([new("a"), new("b")]);
        batch.Success.ShouldBe(false);
        batch.Results![1].Error.ShouldBe("no such table: t");
    }

    [Fact]
    public async Task A_job_that_is_not_known_is_no_error_and_a_status_that_is_not_known_is_kept()
    {
        using var aerostack = new AerostackFixture(
            Golden.Ok("""{"job":null,"exists":false}"""), Golden.Ok("""{"job":{"id":"j","status":"parked","data":{"a":1}},"exists":true}"""));
        (await aerostack.Client.Queue.GetJobAsync("x")).Job.ShouldBeNull();
        var job = (await aerostack.Client.Queue.GetJobAsync("j")).Job!;
        job.Status!.Value.ToString().ShouldBe("parked");
        job.Status.Value.IsKnown.ShouldBeFalse();
        job.Data.GetProperty("a").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Pages_are_read_one_after_the_other_until_the_list_is_complete()
    {
        using var aerostack = new AerostackFixture(
            Golden.Ok("""{"keys":[{"key":"a","expiration":1767225600}],"list_complete":false,"cursor":"c1"}"""),
            Golden.Ok("""{"keys":[{"key":"b","expiration":null}],"list_complete":true,"cursor":"ignored"}"""));
        var keys = new List<CacheKeyInfo>();
        await foreach (var key in aerostack.Client.Cache.ListAllAsync("p", pageSize: 1))
        {
            keys.Add(key);
        }

        keys.Select(key => key.Key).ShouldBe(["a", "b"]);
        keys[0].Expires.ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        aerostack.Transport.Requests.Select(request => request.BodyText).ShouldBe(["""{"prefix":"p","limit":1}""", """{"prefix":"p","limit":1,"cursor":"c1"}"""]);
    }

    [Fact]
    public async Task Objects_and_jobs_are_read_page_by_page_too()
    {
        using var aerostack = new AerostackFixture(
            Golden.Ok("""{"objects":[{"key":"a"}],"truncated":true,"cursor":"c"}"""), Golden.Ok("""{"objects":[{"key":"b"}],"truncated":false,"cursor":"c"}"""),
            Golden.Ok("""{"jobs":[{"id":"1"}],"list_complete":false,"cursor":"c"}"""), Golden.Ok("""{"jobs":[{"id":"2"}],"list_complete":true}"""));
        var found = new List<string?>();
        await foreach (var item in aerostack.Client.Storage.ListAllAsync())
        {
            found.Add(item.Key);
        }

        await foreach (var job in aerostack.Client.Queue.ListAllJobsAsync())
        {
            found.Add(job.Id);
        }

        found.ShouldBe(["a", "b", "1", "2"]);
    }

    [Fact]
    public async Task Answers_have_the_names_of_the_contract()
    {
        using var aerostack = new AerostackFixture(
            Golden.Ok("""{"success":true,"count":3,"deleted":2}"""),
            Golden.Ok("""{"exists":true,"size":5,"contentType":"image/png","lastModified":"2026-01-01T00:00:00Z","etag":"e"}"""),
            Golden.Ok("""{"success":true,"url":"https://cdn.test/a"}"""),
            Golden.Ok("""{"results":[{"id":"i","content":"c","score":0.5,"type":"t","metadata":{"a":1}}]}"""),
            Golden.Ok("""{"results":[{"key":"a","value":1,"exists":true},{"key":"b","value":null,"exists":false}]}"""));
        (await aerostack.Client.Cache.DeleteManyAsync(["a"])).Deleted.ShouldBe(2);
        var metadata = await aerostack.Client.Storage.GetMetadataAsync("k");
        metadata.Size.ShouldBe(5);
        metadata.LastModified.ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        (await aerostack.Client.Storage.CopyAsync("a", "b")).Url.ShouldBe(new Uri("https://cdn.test/a"));
        (await aerostack.Client.Search.QueryAsync("q")).Results!.Single().Metadata.GetProperty("a").GetInt32().ShouldBe(1);
        (await aerostack.Client.Cache.GetManyAsync(["a", "b"])).Results!.Select(entry => entry.IsHit).ShouldBe([true, false]);
    }
}
