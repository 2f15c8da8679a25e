namespace Trellis.Server;

/// <summary>The addresses of a server, which must not carry credentials where others can read them.</summary>
internal static class ListenUrls
{
    /// <exception cref="ServerStartException">An address is not one, or would carry plain HTTP beyond this machine.</exception>
    public static IReadOnlyList<ListenUrl> Parse(TrellisServerOptions options)
    {
        var urls = options.Urls.Select(ListenUrl.Parse).ToList();
        if (!options.Insecure && urls.Find(static url => !url.IsHttps && !url.IsLoopback) is { } exposed)
        {
            throw new ServerStartException(
                ServerStartFailure.Configuration,
                $"'{exposed}' would send credentials in the clear to other machines. Listen on 127.0.0.1 or with https, or allow it with --insecure.");
        }

        return urls;
    }
}
