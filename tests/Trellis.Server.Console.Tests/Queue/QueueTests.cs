using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Trellis.Aerostack;
using Trellis.Server.Console.Tests.Support;

namespace Trellis.Server.Console.Tests.Queue;

/// <summary>Work for later.</summary>
public sealed class QueueTests(Chromium chromium) : ConsoleTest(chromium)
{
    [Fact]
    public async Task A_job_of_the_form_is_in_the_queue_with_its_data()
    {
        await GoAsync("/queue");
        await Page.GetByText("There are no jobs here.").WaitForAsync();

        var form = Page.Locator("form[method=post][action$='/queue']");
        await form.GetByLabel("Type").FillAsync("send-mail");
        await form.GetByLabel("Data, a JSON object").FillAsync("""{"to":"ada@example.com"}""");
        await form.GetByRole(AriaRole.Button, new() { Name = "Enqueue" }).ClickAsync();

        await Page.GetByText("The job is in the queue.").WaitForAsync();
        var job = (await Server.Aerostack.Queue.ListJobsAsync(cancellationToken: Cancellation)).Jobs.ShouldHaveSingleItem();
        job.Type.ShouldBe("send-mail");
        job.Data.GetProperty("to").GetString().ShouldBe("ada@example.com");
        await PhotographAsync("queue");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Data_that_are_no_json_are_refused_and_stay_in_the_form()
    {
        await GoAsync("/queue");

        var form = Page.Locator("form[method=post][action$='/queue']");
        await form.GetByLabel("Type").FillAsync("send-mail");
        await form.GetByLabel("Data, a JSON object").FillAsync("{to: ada}");
        await form.GetByRole(AriaRole.Button, new() { Name = "Enqueue" }).ClickAsync();

        (await Page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("no JSON");
        (await form.GetByLabel("Data, a JSON object").InputValueAsync()).ShouldBe("{to: ada}");
        (await Server.Aerostack.Queue.ListJobsAsync(cancellationToken: Cancellation)).Jobs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Jobs_appear_by_themselves_and_can_be_looked_at_by_state_and_type()
    {
        await GoAsync("/queue");

        var first = await EnqueueAsync("send-mail");
        await EnqueueAsync("make-report");
        await Page.GetByRole(AriaRole.Rowheader, new() { Name = "make-report" }).WaitForAsync();
        await Server.Aerostack.Queue.CancelAsync(first, cancellationToken: Cancellation);

        await Page.GetByRole(AriaRole.Link, new() { Name = "cancelled", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Rowheader, new() { Name = "send-mail" }).WaitForAsync();
        (await Page.GetByRole(AriaRole.Rowheader, new() { Name = "make-report" }).CountAsync()).ShouldBe(0);

        await GoAsync("/queue?type=make-report");
        await Page.GetByRole(AriaRole.Rowheader, new() { Name = "make-report" }).WaitForAsync();
        (await Page.GetByRole(AriaRole.Rowheader, new() { Name = "send-mail" }).CountAsync()).ShouldBe(0);
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_job_is_cancelled_after_a_question()
    {
        var id = await EnqueueAsync("send-mail");
        await GoAsync($"/queue/jobs/{id}");
        Page.Dialog += (_, dialog) => dialog.AcceptAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Cancel the job" }).ClickAsync();

        await Page.GetByText("The job is cancelled.").WaitForAsync();
        (await Server.Aerostack.Queue.GetJobAsync(id, cancellationToken: Cancellation)).Job!.Status.ShouldBe(JobStatus.Cancelled);
    }

    [Fact]
    public async Task A_dead_letter_shows_its_error_and_is_tried_again()
    {
        var id = await EnqueueAsync("send-mail", maxAttempts: 1);
        var taken = (await SendAsync("/queue/take", new JsonObject()))["jobs"]![0]!;
        await SendAsync("/queue/fail", new JsonObject { ["jobId"] = id, ["lease"] = taken["lease"]!.GetValue<string>(), ["error"] = "The mail server is away." });
        await GoAsync("/queue?status=failed");
        await Page.GetByRole(AriaRole.Link, new() { Name = id }).ClickAsync();

        var text = await Page.GetByRole(AriaRole.Main).InnerTextAsync();
        text.ShouldContain("The mail server is away.");
        text.ShouldContain("1 of 1");
        await PhotographAsync("queue-job");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();

        await Page.GetByText("The job is in the queue again.").WaitForAsync();
        (await Server.Aerostack.Queue.GetJobAsync(id, cancellationToken: Cancellation)).Job!.Status.ShouldBe(JobStatus.Queued);
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_project_has_a_queue_of_its_own()
    {
        // The oldest project is the one that is shown first.
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        await SendAsync("/projects", new JsonObject { ["slug"] = "shop", ["name"] = "The shop" });
        await EnqueueAsync("send-mail");
        await GoAsync("/queue");
        await Page.GetByRole(AriaRole.Rowheader, new() { Name = "send-mail" }).WaitForAsync();

        await Page.GetByLabel("Project").SelectOptionAsync("shop");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Choose" }).ClickAsync();

        await Page.GetByText("There are no jobs here.").WaitForAsync();
    }

    private async Task<string> EnqueueAsync(string type, int maxAttempts = 5) =>
        (await SendAsync("/queue/enqueue", new JsonObject { ["type"] = type, ["data"] = new JsonObject { ["n"] = 1 }, ["maxAttempts"] = maxAttempts }))["jobId"]!
        .GetValue<string>();

    private Task<JsonObject> SendAsync(string path, JsonObject body) =>
        Server.Aerostack.RequestAsync(HttpMethod.Post, path, body, cancellationToken: Cancellation);
}
