using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Trellis.Ascend;
using Trellis.Testing;

namespace Trellis.Extensions.AI.Tests;

public sealed class GovernanceTests
{
    private const string Allowed = """{"action_id":1547,"status":"approved","decision":"approved","execution_allowed":true}""";
    private const string Denied = """{"action_id":1548,"status":"denied","decision":"denied","execution_allowed":false,"reason":"Too much money"}""";
    private const string Pending = """{"action_id":1549,"status":"pending_approval","decision":"pending","execution_allowed":false}""";
    private const string Approved = """{"action_id":1549,"status":"approved"}""";
    private const string Rejected = """{"action_id":1549,"status":"rejected","reason":"Not today"}""";

    [Fact]
    public async Task An_allowed_function_runs_and_its_end_is_reported()
    {
        var function = new CountedFunction();
        var (result, transport) = await CallAsync(function, null, Allowed, "{}");
        result.ShouldBe("done");
        transport.Requests.Select(request => request.Path).ShouldBe(["/api/v1/actions/submit", "/api/agent-action/1547/complete"]);
    }

    [Fact]
    public async Task A_denied_function_does_not_run_and_the_model_is_told_why()
    {
        var function = new CountedFunction();
        var (result, _) = await CallAsync(function, null, Denied);
        function.Runs.ShouldBe(0);
        result.ShouldBeOfType<string>().ShouldStartWith("This call was denied.");
        result.ToString()!.ShouldContain("Too much money");
    }

    [Fact]
    public async Task A_denial_throws_where_that_was_asked_for()
    {
        var function = new CountedFunction();
        await Should.ThrowAsync<AscendAuthorizationException>(() => CallAsync(function, new() { ThrowOnDenial = true }, Denied));
        function.Runs.ShouldBe(0);
    }

    [Fact]
    public async Task A_pending_function_runs_once_a_person_has_approved_it()
    {
        var function = new CountedFunction();
        var (result, _) = await CallAsync(function, null, Pending, Pending, Approved, "{}");
        result.ShouldBe("done");
        function.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task A_pending_function_that_a_person_rejects_does_not_run()
    {
        var function = new CountedFunction();
        var (result, _) = await CallAsync(function, null, Pending, Pending, Rejected);
        function.Runs.ShouldBe(0);
        result.ShouldBeOfType<string>().ShouldStartWith("This call was denied.");
    }

    [Fact]
    public async Task The_model_is_told_at_once_that_a_call_is_pending_where_nobody_waits()
    {
        var function = new CountedFunction();
        var (result, transport) = await CallAsync(function, new() { WaitForDecision = false }, Pending, Pending);
        function.Runs.ShouldBe(0);
        result.ShouldBeOfType<string>().ShouldStartWith("This call is pending");
        transport.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Secrets_do_not_leave_with_the_arguments_but_reach_the_function()
    {
        var function = new CountedFunction();
        var (_, transport) = await CallAsync(function, null, Allowed, "{}");
        transport.Requests.ShouldAllBe(request => !request.ReadJson().GetRawText().Contains("marker-secret"));
        transport.Requests[0].ReadJson().GetProperty("action_details").GetProperty("odd").GetString().ShouldBe("<CountedFunction>");
        function.Arguments!["password"].ShouldBe("marker-secret");
    }

    [Fact]
    public async Task What_a_function_throws_is_reported_and_passes_through()
    {
        var function = new CountedFunction { Failure = new AscendException("of the function itself") };
        using var transport = Transport(Allowed, "{}");
        using var client = Client(transport);
        (await Should.ThrowAsync<AscendException>(() => function.WithGovernance(client).InvokeAsync([]).AsTask())).ShouldBeSameAs(function.Failure);
        transport.LastRequest.Path.ShouldBe("/api/agent-action/1547/fail");
    }

    [Fact]
    public async Task A_call_that_cannot_be_evaluated_does_not_run()
    {
        var function = new CountedFunction();
        using var transport = new StubTransport(_ => StubAnswer.ConnectFailure());
        using var client = Client(transport);
        var result = await function.WithGovernance(client).InvokeAsync([]);
        function.Runs.ShouldBe(0);
        result.ShouldBeOfType<string>().ShouldStartWith("This call was denied, since it could not be evaluated.");
    }

    [Fact]
    public async Task A_client_that_fails_open_runs_what_cannot_be_evaluated()
    {
        var function = new CountedFunction();
        using var transport = new StubTransport(_ => StubAnswer.ConnectFailure());
        using var client = Client(transport, FailMode.Open);
        (await function.WithGovernance(client).InvokeAsync([])).ShouldBe("done");
    }

    [Fact]
    public async Task Callbacks_hear_that_a_person_has_to_decide_and_what_came_of_it()
    {
        var heard = new List<string>();
        var options = Hearing(heard);
        await CallAsync(new CountedFunction(), options, Allowed, "{}");
        await CallAsync(new CountedFunction(), options, Denied);
        await CallAsync(new CountedFunction(), options, Pending, Pending, Approved, "{}");
        await CallAsync(new CountedFunction(), options, Pending, Pending, Rejected);
        heard.ShouldBe(["allowed 1547", "denied 1548", "pending 1549", "allowed 1549", "pending 1549", "denied 1549"]);
    }

    [Fact]
    public async Task A_callback_hears_that_nobody_decided_in_time_but_not_where_nobody_waited()
    {
        var heard = new List<string>();
        var options = Hearing(heard);
        options.ApprovalTimeout = TimeSpan.FromSeconds(4);
        await CallAsync(new CountedFunction(), options, Pending, Pending, Pending);
        options.WaitForDecision = false;
        await CallAsync(new CountedFunction(), options, Pending, Pending);
        heard.ShouldBe(["pending 1549", "undecided 1549", "pending 1549"]);
    }

    [Fact]
    public async Task What_a_callback_throws_changes_nothing()
    {
        var function = new CountedFunction();
        var (result, _) = await CallAsync(function, new() { OnAllowed = _ => throw new InvalidOperationException("of the callback") }, Allowed, "{}");
        result.ShouldBe("done");
        function.Runs.ShouldBe(1);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    public async Task Each_decision_is_logged_unless_that_is_turned_off(bool logs, int lines)
    {
        using var log = new DecisionLog();
        using var transport = Transport(Pending, Pending, Approved, "{}");
        using var client = Client(transport, loggers: log);
        await new CountedFunction().WithGovernance(client, new() { LogDecisions = logs }).InvokeAsync([]);
        log.Lines.Count.ShouldBe(lines);
        log.Lines.ShouldBe(lines == 0 ? [] : ["Tool refund: action 1549 is pending", "Tool refund: action 1549 is allowed"]);
    }

    [Fact]
    public void Of_a_list_the_functions_are_governed_and_once_alone()
    {
        using var transport = Transport();
        using var client = Client(transport);
        var other = new HostedWebSearchTool();
        var tools = new AITool[] { new CountedFunction(), other }.WithGovernance(client).WithGovernance(client);
        tools[0].ShouldBeOfType<GovernedAIFunction>().Name.ShouldBe("refund");
        tools[1].ShouldBeSameAs(other);
    }

    private static async Task<(object? Result, StubTransport Transport)> CallAsync(AIFunction function, GovernanceOptions? options, params string[] answers)
    {
        using var transport = Transport(answers);
        using var client = Client(transport);
        var result = await function.WithGovernance(client, options)
            .InvokeAsync(new() { ["amount"] = 5, ["password"] = "marker-secret", ["odd"] = function });
        return (result, transport);
    }

    private static GovernanceOptions Hearing(List<string> heard) => new()
    {
        OnAllowed = decision => heard.Add($"allowed {decision.ActionId}"),
        OnDenied = decision => heard.Add($"denied {decision.ActionId}"),
        OnApprovalRequired = decision => heard.Add($"pending {decision.ActionId}"),
        OnTimeout = decision => heard.Add($"undecided {decision.ActionId}"),
    };

    private static StubTransport Transport(params string[] answers) => new([.. answers.Select(answer => StubAnswer.Json(answer))]);

    private static AscendClient Client(StubTransport transport, FailMode mode = FailMode.Closed, ILoggerFactory? loggers = null) => new(
        new AscendClientOptions
        {
            BaseUrl = new Uri("https://ascend.test"),
            ApiKey = "owkai_live_TESTKEY",
            AgentId = "agent-1",
            AgentName = "Agent One",
            FailMode = mode,
            LoggerFactory = loggers ?? NullLoggerFactory.Instance,
            TimeProvider = new ManualTimeProvider(new DateTimeOffset(2026, 1, 15, 10, 30, 0, TimeSpan.Zero)) { AutoAdvance = true },
        },
        transport.CreateClient());
}
