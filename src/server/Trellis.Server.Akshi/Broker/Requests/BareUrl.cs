using Trellis.Server.Akshi.Logs;

namespace Trellis.Server.Akshi.Broker.Requests;

/// <summary>Addresses as receipts and refusals have them.</summary>
internal sealed class BareUrl(SecretMask mask)
{
    /// <summary>Scheme, host and path without the secrets that are known: user, query and fragment may be secret as a whole.</summary>
    public string Of(Uri url) => mask.CleanKnown(url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped));
}
