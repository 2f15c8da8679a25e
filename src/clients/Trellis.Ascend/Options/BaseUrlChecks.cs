namespace Trellis.Ascend;

/// <summary>Where the key may go. Contract section 1.2.</summary>
internal static class BaseUrlChecks
{
    /// <exception cref="AscendConfigurationException">The address is not https, and its host is not this machine.</exception>
    public static void Check(Uri baseUrl)
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        if (!baseUrl.IsAbsoluteUri || baseUrl.Scheme is not ("http" or "https"))
        {
            throw new AscendConfigurationException($"{nameof(ClientOptions.BaseUrl)} must be an absolute https address, but is '{baseUrl}'.");
        }

        // The whole host is compared: http://localhost.example.com is not this machine.
        if (baseUrl.Scheme == "http" && baseUrl.IdnHost.ToUpperInvariant() is not ("LOCALHOST" or "127.0.0.1" or "::1"))
        {
            throw new AscendConfigurationException(
                $"TLS is required for non-localhost addresses, but {nameof(ClientOptions.BaseUrl)} is {baseUrl.GetLeftPart(UriPartial.Authority)}.");
        }
    }
}
