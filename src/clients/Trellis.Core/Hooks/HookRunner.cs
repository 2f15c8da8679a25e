using Microsoft.Extensions.Logging;

namespace Trellis;

/// <summary>Calls hooks so that none of them can break a call.</summary>
internal sealed class HookRunner(ClientHooks hooks, ILogger logger)
{
    public bool WatchesRetries => hooks.OnRetry is not null;

    public void Request(in RequestEvent e) => Run(hooks.OnRequest, e);

    public void Response(in ResponseEvent e) => Run(hooks.OnResponse, e);

    public void Retry(in RetryEvent e) => Run(hooks.OnRetry, e);

    public void CacheHit(string key) => Run(hooks.OnCacheHit, key);

    public void CacheMiss(string key) => Run(hooks.OnCacheMiss, key);

    public void Error(Exception exception) => Run(hooks.OnError, exception);

    private void Run<T>(Action<T>? hook, T argument)
    {
        if (hook is null)
        {
            return;
        }

        try
        {
            hook(argument);
        }
        catch (Exception exception)
        {
            Log.HookFailed(logger, hook.Method.Name, exception);
        }
    }
}
