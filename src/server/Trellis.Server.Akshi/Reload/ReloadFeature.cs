using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Reload;

/// <summary><c>POST /api/v1/reload</c> (contract, section 2.9).</summary>
internal sealed class ReloadFeature : IAkshiFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<Reloader>();

    /// <inheritdoc/>
    public void MapRoutes(AkshiRoutes routes)
    {
        var reloader = routes.Service<Reloader>();
        routes.Post(call => ReloadAsync(call, reloader), Access.Operator, "/api/v1/reload");
    }

    private static ValueTask<JsonAnswer> ReloadAsync(AkshiCall call, Reloader reloader)
    {
        var fields = call.Fields;
        var agent = fields.OptionalText("agent");
        return fields.Errors.IsEmpty ? ReloadAsync(agent, reloader, call.Aborted) : new(AkshiErrors.Invalid(fields.Errors));
    }

    private static async ValueTask<JsonAnswer> ReloadAsync(string? agent, Reloader reloader, CancellationToken aborted)
    {
        try
        {
            return await reloader.ReloadAsync(agent, aborted) is { } result
                ? Answer.Ok(json => Write(json, result))
                : AkshiErrors.NotFound("There is no agent of this name, neither running nor in the file.", ErrorCodes.AgentNotFound);
        }
        catch (RuntimeConfigurationException error)
        {
            return AkshiErrors.BadRequest(error.Message, ErrorCodes.ConfigInvalid);
        }
    }

    private static void Write(Utf8JsonWriter json, ReloadResult result)
    {
        json.WriteBoolean("ok"u8, true);
        Write(json, "reloaded", result.Agents.Reloaded);
        Write(json, "unchanged", result.Agents.Unchanged);
        Write(json, "added", result.Agents.Added);
        Write(json, "removed", result.Agents.Removed);
        Write(json, "requires_restart", result.RequiresRestart);
        Write(json, "errors", []);
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
