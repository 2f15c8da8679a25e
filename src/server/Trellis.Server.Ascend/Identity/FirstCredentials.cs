using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Identity;

/// <summary>
/// The platform's section of <c>credentials.json</c>: <c>{"apiKey","organizationId","adminToken"}</c>. What is still good is kept, at every
/// start.
/// </summary>
internal static class FirstCredentials
{
    private const string KeyMember = "apiKey";
    private const string OrganisationMember = "organizationId";
    private const string TokenMember = "adminToken";
    private const string Administrator = "admin";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);
    private static readonly TimeSpan RenewedBefore = TimeSpan.FromDays(30);

    /// <summary>Makes what is missing or about to end.</summary>
    public static async ValueTask<JsonObject?> EnsureAsync(BootstrapContext context, CancellationToken cancellationToken)
    {
        var now = context.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        return new JsonObject
        {
            [KeyMember] = await EnsureKeyAsync(context, now, cancellationToken),
            [OrganisationMember] = context.OrganisationId,
            [TokenMember] = await EnsureTokenAsync(context, now, cancellationToken),
        };
    }

    private static async ValueTask<string> EnsureKeyAsync(BootstrapContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var store = context.Services.GetRequiredService<IStore>();
        if (ReadMember(context, KeyMember) is { } existing
            && KeyPrefixes.TryHash(existing, out var hash)
            && await store.ReadAsync(session => KeyTable.FindByHashAsync(session, hash), cancellationToken) is { RevokedAt: null } known
            && known.OrganisationId == context.OrganisationId
            && known.ExpiresAt - now > RenewedBefore)
        {
            return existing;
        }

        var minted = context.Services.GetRequiredService<ApiKeyMint>().Mint(KeyPrefixes.Live);
        var key = new AscendKey
        {
            Id = $"key_{Guid.CreateVersion7(now):N}",
            OrganisationId = context.OrganisationId,
            Hash = minted.Hash,
            Hint = minted.Hint,
            Name = "first key",
            Role = CallerRole.Agent,
            CreatedBy = "system",
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        var audit = context.Services.GetRequiredService<IAuditLog>();
        await store.WriteAsync(
            async session =>
            {
                await KeyTable.AddAsync(session, key);
                await GovernanceVersions.MarkRegistryAsync(session, key.OrganisationId);
                await PersonTable.SetAsync(
                    session, key.OrganisationId, new Person(Administrator, CallerRole.Admin, Person.HighestLevel, now));
                await audit.AppendAsync(session, KeyEvents.Generated(key, key.CreatedBy, default));
            },
            cancellationToken);
        return minted.Reveal();
    }

    private static async ValueTask<string> EnsureTokenAsync(BootstrapContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (ReadMember(context, TokenMember) is { } existing)
        {
            var validation = await context.Services.GetRequiredService<TokenValidator>().ValidateAsync(existing, cancellationToken);
            if (validation.IsValid
                && validation.Principal.OrganisationId == context.OrganisationId
                && validation.Principal.ExpiresAt - now > RenewedBefore)
            {
                return existing;
            }
        }

        var token = await context.Services.GetRequiredService<TokenIssuer>()
            .IssueAsync(context.OrganisationId, Administrator, Lifetime, cancellationToken);
        return token.Reveal();
    }

    private static string? ReadMember(BootstrapContext context, string name) =>
        context.Existing?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
