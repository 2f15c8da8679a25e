using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Trellis.LoadTest;

/// <summary>The baseline: a bare Kestrel in the same process that parses a JSON body and writes it back.</summary>
internal static partial class EchoServer
{
    public static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.MapPost("/echo", static context => EchoAsync(context, EchoJson.Default.EchoMessage));
        application.MapPost("/echo-action", static context => EchoAsync(context, EchoJson.Default.EchoAction));
        await application.StartAsync();
        return application;
    }

    public static Uri Address(WebApplication application) => new(
        application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    private static async Task EchoAsync<T>(HttpContext context, JsonTypeInfo<T> type)
    {
        var message = await context.Request.ReadFromJsonAsync(type, context.RequestAborted);
        await context.Response.WriteAsJsonAsync(message!, type, cancellationToken: context.RequestAborted);
    }

    internal sealed record EchoAction(
        [property: JsonPropertyName("agent_id")] string AgentId,
        [property: JsonPropertyName("agent_name")] string AgentName,
        [property: JsonPropertyName("action_type")] string ActionType,
        [property: JsonPropertyName("resource")] string Resource,
        [property: JsonPropertyName("action_details")] Dictionary<string, JsonElement> Details,
        [property: JsonPropertyName("context")] Dictionary<string, JsonElement> Context);

    internal sealed record EchoMessage(string Token, string Text, int Number);

    [JsonSerializable(typeof(EchoMessage))]
    [JsonSerializable(typeof(EchoAction))]
    private sealed partial class EchoJson : JsonSerializerContext;
}
