using Trellis.Server.Askii.Errors;
using Trellis.Server.Askii.Models;
using Trellis.Server.Askii.Platform;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Askii.Keys;

/// <summary><c>provision-key</c>: makes a key for the caller.</summary>
internal sealed class ProvisionKey(
    IStore store, IUserDirectory users, ApiKeyMint mint, ModelRules models, IAuditLog audit, TimeProvider time)
    : IPlatformOperation<ProvisionKeyRequest>
{
    private const int NameLength = 4;

    /// <inheritdoc/>
    public async ValueTask<JsonObjectAnswer> RunAsync(ProvisionKeyRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var selection = ModelSelection.Of(request.Models);
        models.Check(selection, request.DefaultModel, request.Errors);
        return request.Errors.IsEmpty
            ? await store.WriteAsync(session => AddAsync(session, request, selection, caller), cancellationToken)
            : PlatformErrors.Invalid(request.Errors);
    }

    private async ValueTask<JsonObjectAnswer> AddAsync(
        ISqlSession session, ProvisionKeyRequest request, ModelSelection selection, Caller caller)
    {
        var now = UnixTime.FromMicroseconds(UnixTime.ToMicroseconds(time.GetUtcNow()));
        var principal = caller.Principal;
        var user = await users.GetOrAddAsync(session, principal.OrganisationId, principal.Issuer, principal.Subject, now);
        var (secret, name) = await MintAsync(session, user.Id);
        var key = new AskiiKey
        {
            Id = KeyId.Of(secret),
            OrganisationId = user.OrganisationId,
            UserId = user.Id,
            Hash = secret.Hash,
            Name = name,
            Alias = request.KeyAlias,
            Models = selection,
            DefaultModel = request.DefaultModel,
            MemoryEnabled = request.MemoryEnabled,
            MemoryMode = MemoryModes.Of(request.MemoryEnabled, request.MemoryMode),
            MaxBudget = request.MaxBudget is { } budget ? Money.ToNanoUsd(budget) : null,
            CreatedAt = now,
            ExpiresAt = now.AddDays(request.DurationDays),
        };

        if (!await KeyTable.TryAddAsync(session, key))
            return PlatformErrors.AliasTaken();

        await audit.AppendAsync(session, KeyEvents.Provisioned(key, caller.Origin));
        return new ProvisionedKey(secret, key, principal.Subject);
    }

    // Four characters are few: keys are made until their name is new to the user, who may have nothing else to call a key by.
    private async ValueTask<(MintedApiKey Secret, string Name)> MintAsync(ISqlSession session, string userId)
    {
        while (true)
        {
            var secret = mint.Mint(KeyPrefix.Value);
            var name = string.Concat(KeyPrefix.Value.Value, "...", secret.Hint.AsSpan(secret.Hint.Length - NameLength));
            if (!await KeyTable.NameExistsAsync(session, userId, name))
                return (secret, name);
        }
    }
}
