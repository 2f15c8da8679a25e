using System.Reflection;
using System.Text.Json;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Health;

/// <summary>The endpoints of health.</summary>
internal sealed class HealthEndpoints(IStore store, IOrganisationDirectory organisations)
{
    private static readonly string Version = typeof(HealthEndpoints).Assembly.GetName().Version?.ToString(3) ?? "unknown";

    /// <summary>Whether the server answers.</summary>
    public static ValueTask<JsonAnswer> HealthAsync(AscendCall call) => new(Answer.Ok(json => WriteHealth(json, call)));

    /// <summary>What runs here.</summary>
    public static ValueTask<JsonAnswer> DeploymentAsync(AscendCall call) => new(Answer.Ok(json =>
    {
        json.WriteString("version"u8, Version);
        json.WriteString("environment"u8, "local"u8);
        json.WriteString("product"u8, "trellis-server"u8);
        json.WriteString("commit"u8, Commit());
    }));

    /// <summary>Whether the credential is good, and whose it is.</summary>
    public async ValueTask<JsonAnswer> CredentialAsync(AscendCall call)
    {
        var organisation = await store.ReadAsync(session => organisations.FindAsync(session, call.OrganisationId), call.Aborted);
        return Answer.Ok(json =>
        {
            WriteHealth(json, call);
            json.WriteBoolean("authenticated"u8, true);
            json.WriteNumber("organization_id"u8, call.OrganisationId);
            json.WriteString("organization"u8, organisation?.Name);
            json.WriteString("role"u8, call.Caller.Role.ToString().ToLowerInvariant());
        });
    }

    private static void WriteHealth(Utf8JsonWriter json, AscendCall call)
    {
        json.WriteString("status"u8, "healthy"u8);
        json.WriteString("version"u8, Version);
        json.WriteTime("timestamp"u8, call.At);
    }

    private static string? Commit()
    {
        var version = typeof(HealthEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        return version?.Split('+') is [_, var commit] ? commit : null;
    }
}
