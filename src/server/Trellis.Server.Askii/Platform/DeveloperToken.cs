using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Askii.Platform;

/// <summary>The platform's section of <c>credentials.json</c>: <c>{"token":"…"}</c>, a token of the server's own issuer.</summary>
internal static class DeveloperToken
{
    private const string Member = "token";
    private const string Subject = "developer";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);
    private static readonly TimeSpan RenewedBefore = TimeSpan.FromDays(30);

    /// <summary>The section that is there while its token is good for another month; else one with a new token.</summary>
    public static async ValueTask<JsonObject?> EnsureAsync(BootstrapContext context, CancellationToken cancellationToken)
    {
        if (context.Existing is { } existing && await IsGoodAsync(existing, context, cancellationToken))
            return existing;

        var token = await context.Services.GetRequiredService<TokenIssuer>()
            .IssueAsync(context.OrganisationId, Subject, Lifetime, cancellationToken);
        return new JsonObject { [Member] = token.Reveal() };
    }

    private static async ValueTask<bool> IsGoodAsync(JsonObject existing, BootstrapContext context, CancellationToken cancellationToken)
    {
        if (existing[Member] is not JsonValue value || !value.TryGetValue<string>(out var token))
            return false;

        var validation = await context.Services.GetRequiredService<TokenValidator>().ValidateAsync(token, cancellationToken);
        return validation.IsValid
            && validation.Principal.OrganisationId == context.OrganisationId
            && validation.Principal.ExpiresAt - context.Services.GetRequiredService<TimeProvider>().GetUtcNow() > RenewedBefore;
    }
}
