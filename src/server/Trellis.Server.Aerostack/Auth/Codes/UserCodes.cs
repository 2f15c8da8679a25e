using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Trellis.Server.Aerostack.Auth.Outbox;
using Trellis.Server.Aerostack.Auth.Users;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Secrets;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth.Codes;

/// <summary>
/// Gives out codes of six digits and links, and recognises them. A link is 256 random bits and kept as its hash; a code could be guessed from
/// a hash, and is kept as an HMAC whose key is not in the store. Each works once. Safe for concurrent use.
/// </summary>
internal sealed class UserCodes(ApiKeyMint mint, SecretProtector protector, RandomNumberGenerator random, UserOutbox outbox)
{
    /// <summary>How often a code may be guessed.</summary>
    public const int MostGuesses = 5;

    /// <summary>How long a code is good.</summary>
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    /// <summary>How long the link that verifies an address is good.</summary>
    public static readonly TimeSpan VerificationLifetime = TimeSpan.FromHours(24);

    /// <summary>How long the link that resets a password is good.</summary>
    public static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(1);

    private const string CodeSignature = "aerostack-otp";
    private const uint CodeCount = 1_000_000;

    private static readonly ApiKeyPrefix VerifyPrefix = new("ac_verify_");
    private static readonly ApiKeyPrefix ResetPrefix = new("ac_reset_");

    /// <summary>Sends a code.</summary>
    public async ValueTask SendCodeAsync(ISqlSession session, Project project, Contact contact, DateTimeOffset now)
    {
        var id = NewId(now);
        var digits = NewDigits();
        var expires = now + CodeLifetime;
        await CodeTable.PutAsync(session, new Code(id, project.Id, CodePurpose.Otp, contact.Key, null, expires) { Digest = Sign(id, digits) });
        await outbox.AddAsync(session, project, contact, CodePurpose.Otp, "code", digits, now, expires);
    }

    /// <summary>Sends the link that verifies an address.</summary>
    public ValueTask SendVerificationAsync(ISqlSession session, Project project, Contact contact, string? userId, DateTimeOffset now) =>
        SendLinkAsync(session, project, contact, userId, CodePurpose.VerifyEmail, VerifyPrefix, now, VerificationLifetime);

    /// <summary>Sends the link that resets a password.</summary>
    public ValueTask SendResetAsync(ISqlSession session, Project project, Contact contact, string? userId, DateTimeOffset now) =>
        SendLinkAsync(session, project, contact, userId, CodePurpose.ResetPassword, ResetPrefix, now, ResetLifetime);

    /// <summary>Uses a code up.</summary>
    /// <returns>Why it is not good; null when it is.</returns>
    public async ValueTask<AuthFault?> UseCodeAsync(ISqlSession session, Project project, Contact contact, string digits, DateTimeOffset now)
    {
        if (await CodeTable.LockAsync(session, project.Id, CodePurpose.Otp, contact.Key) is not { Attempts: < MostGuesses } code)
            return AuthFault.CodeInvalid;

        if (!protector.IsSigned(CodeSignature, Signed(code.Id, digits), code.Digest))
        {
            await CodeTable.CountGuessAsync(session, code.Id);
            return AuthFault.CodeInvalid;
        }

        await CodeTable.RemoveAsync(session, code.Id);
        return code.ExpiresAt > now ? null : AuthFault.CodeExpired;
    }

    /// <summary>Uses the link up that verifies an address; null when it is not good, else the user's id.</summary>
    public static ValueTask<string?> UseVerificationAsync(ISqlSession session, Project project, string token, DateTimeOffset now) =>
        UseLinkAsync(session, project, CodePurpose.VerifyEmail, VerifyPrefix, token, now);

    /// <summary>Uses the link up that resets a password; null when it is not good, else the user's id.</summary>
    public static ValueTask<string?> UseResetAsync(ISqlSession session, Project project, string token, DateTimeOffset now) =>
        UseLinkAsync(session, project, CodePurpose.ResetPassword, ResetPrefix, token, now);

    private static async ValueTask<string?> UseLinkAsync(
        ISqlSession session, Project project, string purpose, ApiKeyPrefix prefix, string token, DateTimeOffset now)
    {
        if (!ApiKeyMint.TryHash(prefix, token, out var hash)
            || await CodeTable.LockByDigestAsync(session, project.Id, purpose, hash) is not { } code)
        {
            return null;
        }

        await CodeTable.RemoveAsync(session, code.Id);
        return code.ExpiresAt > now ? code.UserId : null;
    }

    private static string NewId(DateTimeOffset now) => $"cod_{Guid.CreateVersion7(now):N}";

    private static byte[] Signed(string id, string digits) => Encoding.UTF8.GetBytes($"{id}\n{digits}");

    // Whether there is such a user shows neither in the answer nor in the work: a stranger is told that there is no account.
    private async ValueTask SendLinkAsync(
        ISqlSession session,
        Project project,
        Contact contact,
        string? userId,
        string purpose,
        ApiKeyPrefix prefix,
        DateTimeOffset now,
        TimeSpan lifetime)
    {
        var link = mint.Mint(prefix);
        var expires = now + lifetime;
        await CodeTable.PutAsync(session, new Code(NewId(now), project.Id, purpose, contact.Key, userId, expires) { Digest = link.Hash });
        if (userId is null)
            await outbox.AddAsync(session, project, contact, UserOutbox.NoAccount, "note", "Nobody has an account with this address.", now, expires);
        else
            await outbox.AddAsync(session, project, contact, purpose, "token", link.Reveal(), now, expires);
    }

    private string Sign(string id, string digits) => protector.Sign(CodeSignature, Signed(id, digits));

    // Of 2^64 numbers the last few are one more likely than the others, by one part in 10^13.
    private string NewDigits()
    {
        Span<byte> bits = stackalloc byte[sizeof(ulong)];
        random.GetBytes(bits);
        return (BinaryPrimitives.ReadUInt64LittleEndian(bits) % CodeCount).ToString("D6", CultureInfo.InvariantCulture);
    }
}
