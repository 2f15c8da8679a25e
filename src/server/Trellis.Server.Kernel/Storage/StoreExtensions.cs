namespace Trellis.Server.Kernel.Storage;

/// <summary>Short forms of the store's two doors.</summary>
public static class StoreExtensions
{
    /// <summary>As <see cref="IStore.WriteAsync{T}"/>, for work that answers nothing.</summary>
    /// <exception cref="StoreException">The engine failed; nothing was written.</exception>
    public static async ValueTask WriteAsync(this IStore store, Func<ISqlSession, ValueTask> work, CancellationToken cancellationToken = default) =>
        await store.WriteAsync(
            async session =>
            {
                await work(session).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
}
