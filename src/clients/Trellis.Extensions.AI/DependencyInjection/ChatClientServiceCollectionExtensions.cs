using Microsoft.Extensions.AI;
using Trellis.Aerostack;
using Trellis.Askii;
using Trellis.Extensions.AI;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the platforms' chats as <see cref="IChatClient"/>s in a service collection.</summary>
public static class ChatClientServiceCollectionExtensions
{
    /// <summary>
    /// Adds an <see cref="IChatClient"/> on the <see cref="AskiiClient"/> that <c>AddAskii</c> has registered under the same
    /// <paramref name="name"/>.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="key">Gives the provisioned key, when the chat client is first asked for.</param>
    /// <param name="model">The model; <see langword="null"/> for the key's default one.</param>
    /// <param name="name"><see langword="null"/> for the application's one client; else the name of a keyed client.</param>
    /// <returns>The collection.</returns>
    public static IServiceCollection AddAskiiChatClient(
        this IServiceCollection services, Func<IServiceProvider, Trellis.TokenSource> key, string? model = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(key);
        return Add(services, name, provider => Find<AskiiClient>(provider, name).AsChatClient(key(provider), model));
    }

    /// <summary>
    /// Adds an <see cref="IChatClient"/> on the <see cref="AerostackClient"/> that <c>AddAerostack</c> has registered under the same
    /// <paramref name="name"/>.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="model">The model; <see langword="null"/> for the server's default one.</param>
    /// <param name="name"><see langword="null"/> for the application's one client; else the name of a keyed client.</param>
    /// <returns>The collection.</returns>
    public static IServiceCollection AddAerostackChatClient(this IServiceCollection services, string? model = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return Add(services, name, provider => Find<AerostackClient>(provider, name).AsChatClient(model));
    }

    private static IServiceCollection Add(IServiceCollection services, string? name, Func<IServiceProvider, IChatClient> make) =>
        name is null ? services.AddSingleton(make) : services.AddKeyedSingleton(name, (provider, _) => make(provider));

    private static T Find<T>(IServiceProvider provider, string? name)
        where T : notnull => name is null ? provider.GetRequiredService<T>() : provider.GetRequiredKeyedService<T>(name);
}
