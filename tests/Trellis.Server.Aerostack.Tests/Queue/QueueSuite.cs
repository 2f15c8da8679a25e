using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Queue;

/// <summary>The queue over HTTP (contract, sections 2.1.7, 2.2.3 and 8.3), on every engine.</summary>
public abstract partial class QueueSuite : ServerTest
{
    private protected const string Queue = "/v1/queue";

    [Fact]
    public async Task Enqueueing_is_answered_with_201_and_the_id_of_the_job()
    {
        var reply = (await First.PostAsync($"{Queue}/enqueue", """{"data":{"to":"x","n":null},"type":"send-email","delay":60}""")).ShouldBe(201);

        reply.ContentType.ShouldBe("application/json");
        reply.Json["success"]!.GetValue<bool>().ShouldBeTrue();
        Guid.TryParse(reply.Json["jobId"]!.GetValue<string>(), out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_job_is_shown_with_what_was_sent()
    {
        var id = await EnqueueAsync("""{"to":"x","n":null,"deep":{"a":[1,"ß"]}}""");

        var reply = (await First.PostAsync($"{Queue}/job", $$"""{"jobId":"{{id}}"}""")).ShouldBe(200).Json;

        reply["exists"]!.GetValue<bool>().ShouldBeTrue();
        var job = reply["job"]!;
        job["id"]!.GetValue<string>().ShouldBe(id);
        job["type"]!.GetValue<string>().ShouldBe("send-email");
        job["status"]!.GetValue<string>().ShouldBe("queued");
        job["projectId"]!.GetValue<string>().ShouldStartWith("prj_");
        job["createdAt"]!.GetValue<string>().ShouldEndWith("Z");
        JsonNode.DeepEquals(job["data"], JsonNode.Parse("""{"to":"x","n":null,"deep":{"a":[1,"ß"]}}""")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_job_that_is_not_there_is_no_error() =>
        (await First.PostAsync($"{Queue}/job", """{"jobId":"nowhere"}""")).ShouldAnswer("""{"job":null,"exists":false}""");

    [Fact]
    public async Task Jobs_are_listed_page_by_page_newest_first()
    {
        var ids = new List<string>();
        for (var index = 0; index < 5; index++)
        {
            ids.Insert(0, await EnqueueAsync());
            Server.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = (await First.PostAsync($"{Queue}/jobs", """{"limit":3}""")).ShouldBe(200).Json;
        first["list_complete"]!.GetValue<bool>().ShouldBeFalse();
        var second = (await First.PostAsync($"{Queue}/jobs", $$"""{"limit":3,"cursor":"{{first["cursor"]}}"}""")).ShouldBe(200).Json;

        IdsOf(first).Concat(IdsOf(second)).ShouldBe(ids);
        second["list_complete"]!.GetValue<bool>().ShouldBeTrue();
        second.ContainsKey("cursor").ShouldBeFalse();
        IdsOf((await First.PostAsync($"{Queue}/jobs", """{"status":"queued","type":"other"}""")).Json).ShouldBeEmpty();
    }

    [Fact]
    public async Task Fifty_jobs_are_a_page_unless_another_number_is_asked_for()
    {
        for (var index = 0; index < 51; index++)
            await EnqueueAsync();

        IdsOf((await First.PostAsync($"{Queue}/jobs")).ShouldBe(200).Json).Count().ShouldBe(50);
        IdsOf((await First.PostAsync($"{Queue}/jobs", """{"limit":200}""")).ShouldBe(200).Json).Count().ShouldBe(51);
    }

    [Fact]
    public async Task A_queued_job_can_be_cancelled_and_a_finished_one_cannot()
    {
        var waiting = await EnqueueAsync();
        (await CancelAsync(waiting)).ShouldAnswer("""{"success":true}""");
        (await StatusAsync(waiting)).ShouldBe("cancelled");

        var done = await EnqueueAsync();
        await SettleAsync("complete", await TakeOneAsync());
        var refused = (await CancelAsync(done)).ShouldBe(200).Json;
        refused["success"]!.GetValue<bool>().ShouldBeFalse();
        refused["note"]!.GetValue<string>().ShouldNotBeEmpty();
        (await StatusAsync(done)).ShouldBe("completed");

        (await CancelAsync("nowhere")).ShouldBe(200).Json["success"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Jobs_of_another_project_are_not_to_be_seen_taken_or_cancelled()
    {
        var other = await First.OtherProjectAsync();
        var id = await EnqueueAsync();

        (await other.PostAsync($"{Queue}/job", $$"""{"jobId":"{{id}}"}""")).ShouldAnswer("""{"job":null,"exists":false}""");
        IdsOf((await other.PostAsync($"{Queue}/jobs")).Json).ShouldBeEmpty();
        (await other.PostAsync($"{Queue}/take")).ShouldAnswer("""{"jobs":[]}""");
        (await other.PostAsync($"{Queue}/cancel", $$"""{"jobId":"{{id}}"}""")).Json["success"]!.GetValue<bool>().ShouldBeFalse();

        var taken = await TakeOneAsync();
        (await other.PostAsync($"{Queue}/complete", Lease(taken))).ShouldBeRefused(409, "VALIDATION_ERROR");
        (await StatusAsync(id)).ShouldBe("processing");
    }

    private protected override ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup
    {
        Configuration = new() { ["webhooks:allowLoopback"] = "true" },
    });

    private protected static IEnumerable<string> IdsOf(JsonObject page) => page["jobs"]!.AsArray().Select(static job => job!["id"]!.GetValue<string>());

    private protected static string Lease(JsonNode taken) => $$"""{"jobId":"{{taken["id"]}}","lease":"{{taken["lease"]}}"}""";

    private protected async Task<string> EnqueueAsync(string data = "{}", string type = "send-email", string more = "") =>
        (await First.PostAsync($"{Queue}/enqueue", $$"""{"type":"{{type}}","data":{{data}}{{more}}}""")).ShouldBe(201).Json["jobId"]!.GetValue<string>();

    private protected Task<Reply> CancelAsync(string id) => First.PostAsync($"{Queue}/cancel", $$"""{"jobId":"{{id}}"}""");

    private protected async Task<JsonNode> JobAsync(string id) => (await First.PostAsync($"{Queue}/job", $$"""{"jobId":"{{id}}"}""")).ShouldBe(200).Json["job"]!;

    private protected async Task<string> StatusAsync(string id) => (await JobAsync(id))["status"]!.GetValue<string>();

    private protected async Task<JsonArray> TakeAsync(string body = "{}") => (await First.PostAsync($"{Queue}/take", body)).ShouldBe(200).Json["jobs"]!.AsArray();

    private protected async Task<JsonNode> TakeOneAsync() => (await TakeAsync()).ShouldHaveSingleItem()!;

    private protected Task<Reply> SettleAsync(string how, JsonNode taken) => First.PostAsync($"{Queue}/{how}", Lease(taken));
}
