using System.Text.Json.Serialization;
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
        application.MapPost("/echo", static async (HttpContext context) =>
        {
            var message = await context.Request.ReadFromJsonAsync(EchoJson.Default.EchoMessage, context.RequestAborted);
            await context.Response.WriteAsJsonAsync(message, EchoJson.Default.EchoMessage, cancellationToken: context.RequestAborted);
        });
        await application.StartAsync();
        return application;
    }

    public static Uri Address(WebApplication application) => new(
        application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    internal sealed record EchoMessage(string Token, string Text, int Number);

    [JsonSerializable(typeof(EchoMessage))]
    private sealed partial class EchoJson : JsonSerializerContext;
}
