using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Tests.Support;
using Trellis.TestInfrastructure.Http;

namespace Trellis.Server.Ascend.Tests.Webhooks;

/// <summary>A test with a receiver on this machine, which the server may call.</summary>
public abstract class WebhookTest : ServerTest
{
    private protected const string Webhooks = "/api/webhooks";

    private protected Receiver Receiver { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        Receiver = await Receiver.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Receiver.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected override ValueTask<ServerSetup> SetupAsync()
    {
        var setup = new ServerSetup();
        setup.Configuration["webhooks:allowLoopback"] = "true";
        return new(setup);
    }

    /// <summary>Configures a webhook as an SDK does, and returns its id and secret.</summary>
    private protected async Task<(string Id, string Secret)> ConfigureAsync(params string[] events)
    {
        var json = (await First.PostAsync($"{Webhooks}/configure", SdkBody(events))).ShouldBeOk().Json;
        return (json["webhook_id"]!.GetValue<string>(), json["secret"]!.GetValue<string>());
    }

    /// <summary>Makes a webhook for all events as an administrator does, and returns its id and secret.</summary>
    private protected async Task<(string Id, string Secret)> CreateAsync(params string[] events)
    {
        var reply = await First.AdminAsync("POST", Webhooks, RestBody(events));
        reply.Status.ShouldBe(201, reply.Text);
        return (reply.Json["id"]!.GetValue<string>(), reply.Json["secret"]!.GetValue<string>());
    }

    private protected JsonObject SdkBody(params string[] events) => new()
    {
        ["url"] = Receiver.Url.ToString(),
        ["events"] = new JsonArray([.. events.Select(static name => (JsonNode)name)]),
    };

    private protected JsonObject RestBody(params string[] events) => new()
    {
        ["name"] = "all of it",
        ["target_url"] = Receiver.Url.ToString(),
        ["event_types"] = new JsonArray([.. events.Select(static name => (JsonNode)name)]),
    };

    private protected async Task<(Received Received, JsonObject Body)> NextAsync()
    {
        var received = await Receiver.NextAsync(AscendServer.Cancellation);
        return (received, JsonNode.Parse(received.Body)!.AsObject());
    }

    private protected static JsonObject Action(string actionType = "file.read", string resource = "s3", string environment = "dev") => new()
    {
        ["agent_id"] = "agent-1",
        ["action_type"] = actionType,
        ["resource"] = resource,
        ["context"] = new JsonObject { ["environment"] = environment },
    };

    private protected async Task<JsonObject> SubmitAsync(JsonObject action) =>
        (await First.PostAsync("/api/v1/actions/submit", action)).ShouldBeOk().Json;
}
