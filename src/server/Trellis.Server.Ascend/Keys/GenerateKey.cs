using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Keys;

/// <summary>Makes API keys. The answer is the only place where the key itself is ever shown.</summary>
internal sealed class GenerateKey(CallWrites writes, IAuditLog audit, ApiKeyMint mint)
{
    /// <summary>Makes a key that may do no more than who asks for it.</summary>
    public async ValueTask<JsonAnswer> RunAsync(AscendCall call)
    {
        var fields = new Fields(call.Body);
        var request = KeyRequest.Read(fields);
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);
        if (request.Role > call.Caller.Role)
            return AscendErrors.Forbidden("A key may do no more than who makes it.");

        var minted = mint.Mint(KeyPrefixes.Of(request.Role));
        var key = KeyOf(call, request, minted);
        return await writes.RunAsync(call, async session =>
        {
            await KeyTable.AddAsync(session, key);
            await GovernanceVersions.MarkRegistryAsync(session, key.OrganisationId);
            await audit.AppendAsync(session, KeyEvents.Generated(key, call.Caller.ActorId, call.Origin));
            return Answer.Ok(json =>
            {
                json.WriteBoolean("success"u8, true);
                json.WriteString("api_key"u8, minted.Reveal());
                KeyJson.WriteMembers(json, key, call.At);
                json.WriteString("warning"u8, "Keep the key now; it is not shown again."u8);
            });
        });
    }

    private static AscendKey KeyOf(AscendCall call, KeyRequest request, MintedApiKey minted) => new()
    {
        Id = $"key_{Guid.CreateVersion7(call.At):N}",
        OrganisationId = call.OrganisationId,
        Hash = minted.Hash,
        Hint = minted.Hint,
        Name = request.Name,
        Description = request.Description,
        Role = request.Role,

        // A key that a key made is still of the person behind: nobody approves what their own keys ask for.
        CreatedBy = call.Caller.Key?.CreatedBy ?? call.Caller.ActorId,
        RateLimit = request.RateLimit,
        RateLimitWindow = request.RateLimitWindow,
        CreatedAt = call.At,
        ExpiresAt = call.At.AddDays(request.Days),
    };
}
