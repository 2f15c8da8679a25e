using System.Security.Cryptography;
using System.Text;

namespace Trellis.Server.Akshi.Broker.Grants;

/// <summary>Ids of grants: made from agent and domain, so that a reload changes none (contract, section 4.5).</summary>
internal static class GrantId
{
    /// <summary>A UUID of version 8 (RFC 9562, section 5.8).</summary>
    public static string Of(string agent, string domain)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"akshi grant\n{agent.Length}\n{agent}\n{domain}"));
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new Guid(digest.AsSpan(0, 16), bigEndian: true).ToString();
    }
}
