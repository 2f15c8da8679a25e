using Trellis.Server.Akshi.Configuration;

namespace Trellis.Server.Akshi.Reload;

/// <summary>Finds what a reload cannot apply (contract, section 5.11).</summary>
internal static class RestartKeys
{
    /// <summary>The keys that differ, in the order of the documentation.</summary>
    public static IReadOnlyList<string> Of(RuntimeConfiguration running, RuntimeConfiguration file)
    {
        var keys = new List<string>();
        Compare("dashboard.enabled", running.Start.IsEnabled, file.Start.IsEnabled);
        Compare("dashboard.port", running.Start.Port, file.Start.Port);
        Compare("dashboard.bind", running.Start.Bind, file.Start.Bind);
        Compare("dashboard.tls_cert", running.Start.TlsCertificate, file.Start.TlsCertificate);
        Compare("dashboard.tls_key", running.Start.TlsKey, file.Start.TlsKey);
        Compare("dashboard.token", running.Dashboard.TokenHash, file.Dashboard.TokenHash);
        Compare("data_dir", running.Start.DataDirectory, file.Start.DataDirectory);
        return keys;

        void Compare<T>(string key, T before, T after)
        {
            if (!EqualityComparer<T>.Default.Equals(before, after))
                keys.Add(key);
        }
    }
}
