namespace Trellis.Server.Akshi.Broker.Requests;

/// <summary>Addresses as receipts and logs have them.</summary>
internal static class BareUrl
{
    /// <summary>Scheme, host and path: user, query and fragment may be secret.</summary>
    public static string Of(Uri url) => url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
