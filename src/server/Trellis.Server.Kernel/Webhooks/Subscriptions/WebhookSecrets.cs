using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Secrets;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>Makes, seals and opens what a subscription keeps secret: its signing secret and the values of its custom headers.</summary>
internal sealed class WebhookSecrets(SecretProtector protector, RandomNumberGenerator random)
{
    private const string Prefix = "whsec_";
    private const int RandomBytes = 32;
    private const int RandomLength = 43;
    private const string SecretPurpose = "webhook-secret";
    private const string HeadersPurpose = "webhook-headers";

    public string Generate()
    {
        Span<byte> bits = stackalloc byte[RandomBytes];
        random.GetBytes(bits);
        Span<char> text = stackalloc char[RandomLength];
        Base62.Encode(bits, text);
        return string.Concat(Prefix, text);
    }

    public string SealSecret(long organisationId, string subscriptionId, string secret) =>
        protector.Protect(Encoding.UTF8.GetBytes(secret), new SecretBinding(organisationId, SecretPurpose, subscriptionId));

    /// <exception cref="SecretProtectionException">The secret cannot be opened here.</exception>
    public byte[] OpenSecret(long organisationId, string subscriptionId, string envelope) =>
        protector.Unprotect(envelope, new SecretBinding(organisationId, SecretPurpose, subscriptionId));

    /// <returns>Null for no headers.</returns>
    public string? SealHeaders(long organisationId, string subscriptionId, IReadOnlyDictionary<string, string> headers)
    {
        if (headers.Count == 0)
            return null;

        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in headers)
                json.WriteString(name, value);
            json.WriteEndObject();
        }

        return protector.Protect(buffer.ToArray(), new SecretBinding(organisationId, HeadersPurpose, subscriptionId));
    }

    /// <exception cref="SecretProtectionException">The headers cannot be opened here.</exception>
    public IReadOnlyList<KeyValuePair<string, string>> OpenHeaders(long organisationId, string subscriptionId, string? envelope)
    {
        if (envelope is null)
            return [];

        using var json = JsonDocument.Parse(protector.Unprotect(envelope, new SecretBinding(organisationId, HeadersPurpose, subscriptionId)));
        return [.. json.RootElement.EnumerateObject().Select(static header => KeyValuePair.Create(header.Name, header.Value.GetString()!))];
    }
}
