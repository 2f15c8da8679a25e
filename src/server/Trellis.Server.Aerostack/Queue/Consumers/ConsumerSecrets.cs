using System.Security.Cryptography;
using System.Text;
using Trellis.Server.Kernel.Secrets;

namespace Trellis.Server.Aerostack.Queue.Consumers;

/// <summary>Makes, seals and opens what signs the calls to a consumer.</summary>
internal sealed class ConsumerSecrets(SecretProtector protector, RandomNumberGenerator random)
{
    private const string Prefix = "whsec_";
    private const string Purpose = "aerostack-consumer-secret";
    private const int RandomBytes = 32;

    public string Generate()
    {
        Span<byte> bits = stackalloc byte[RandomBytes];
        random.GetBytes(bits);
        return Prefix + Convert.ToHexStringLower(bits);
    }

    public string Seal(long organisationId, string consumerId, string secret) =>
        protector.Protect(Encoding.UTF8.GetBytes(secret), new SecretBinding(organisationId, Purpose, consumerId));

    /// <exception cref="SecretProtectionException">The secret cannot be opened here.</exception>
    public byte[] Open(Consumer consumer) =>
        protector.Unprotect(consumer.SealedSecret, new SecretBinding(consumer.OrganisationId, Purpose, consumer.Id));
}
