using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Trellis.Caching.Redis.Options;

/// <summary>
/// A <c>redis://</c> or <c>rediss://</c> URL, taken apart
/// (https://www.iana.org/assignments/uri-schemes/prov/redis, .../prov/rediss).
/// </summary>
internal sealed class RedisUrl
{
    public const string Form = "redis://[[user]:password@]host[:port][/database], or rediss:// for TLS";

    private const int DefaultPort = 6379;

    private RedisUrl(Uri uri)
    {
        UsesTls = uri.Scheme == "rediss";
        Host = uri.DnsSafeHost;
        Port = uri.Port > 0 ? uri.Port : DefaultPort;
        Credentials = ParseCredentials(uri.UserInfo);
    }

    public bool UsesTls { get; }

    /// <summary>A name or an address; an IPv6 address without its brackets.</summary>
    public string Host { get; }

    public int Port { get; }

    public int Database { get; private set; }

    public RedisCredentials? Credentials { get; }

    public string? Namespace { get; private set; }

    public bool UsesResp3 { get; private set; }

    /// <summary>Host and port, for messages.</summary>
    public string Server => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";

    /// <summary>Takes a URL apart.</summary>
    /// <param name="text">The URL.</param>
    /// <param name="url">The result.</param>
    /// <param name="problem">What is wrong, without any part of the URL that could hold a secret.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RedisUrl? url, [NotNullWhen(false)] out string? problem)
    {
        url = null;
        problem = null;
        if (string.IsNullOrWhiteSpace(text))
            problem = "it is missing";
        else if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
            problem = "it is not a URL (special characters in the password must be percent-encoded)";
        else if (uri.Scheme is not ("redis" or "rediss"))
            problem = "its scheme is neither redis nor rediss";
        else if (uri.DnsSafeHost.Length == 0)
            problem = "it names no host";
        else if (uri.Fragment.Length > 0)
            problem = "it has a fragment (a # in the password must be written %23)";
        else
            problem = new RedisUrl(uri).Complete(uri, out url);

        return url is not null;
    }

    public override string ToString() => $"{(UsesTls ? "rediss" : "redis")}://{Server}/{Database}";

    private string? Complete(Uri uri, out RedisUrl? complete)
    {
        complete = null;
        var path = uri.AbsolutePath.Trim('/');
        if (path.Length > 0)
        {
            if (!int.TryParse(path, NumberStyles.None, CultureInfo.InvariantCulture, out var database))
                return "its path is not the number of a database";

            Database = database;
        }

        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ApplyOption(option) is { } problem)
                return problem;
        }

        complete = this;
        return null;
    }

    private string? ApplyOption(string option)
    {
        var parts = option.Split('=', 2);
        var value = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "";
        switch (parts[0])
        {
            case "namespace":
                Namespace = value;
                return null;
            case "protocol" when value is "2" or "3":
                UsesResp3 = value == "3";
                return null;
            case "protocol":
                return "its option protocol is neither 2 nor 3";
            default:
                return "it has an option other than namespace and protocol";
        }
    }

    private static RedisCredentials? ParseCredentials(string userInfo)
    {
        if (userInfo.Length == 0)
            return null;

        var parts = userInfo.Split(':', 2);
        var user = Uri.UnescapeDataString(parts[0]);
        var password = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "";
        return user.Length == 0 && password.Length == 0 ? null : new(user.Length == 0 ? null : user, password);
    }
}
