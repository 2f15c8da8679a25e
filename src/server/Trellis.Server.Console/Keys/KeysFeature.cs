using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Keys.Aerostack;
using Trellis.Server.Console.Keys.Ascend;
using Trellis.Server.Console.Keys.Askii;
using Trellis.Server.Console.Platforms;

namespace Trellis.Server.Console.Keys;

/// <summary>The keys of the three platforms that have some: making them, their use, and their end.</summary>
internal sealed class KeysFeature : IConsoleFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<PersonReader>();
        services.AddSingleton<AskiiKeyEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(ConsoleRoutes routes)
    {
        var askii = routes.Service<AskiiKeyEndpoints>();
        routes.Get("/keys", call => call.Query("platform") switch
        {
            Platform.Ascend => AscendKeyEndpoints.ListAsync(call),
            Platform.Aerostack => AerostackKeyEndpoints.ListAsync(call),
            _ => askii.ListAsync(call),
        });

        // The page that shows a new key keeps the address of the lists: to load it anew shows them, and never the key.
        routes.Post("/keys", call => call.Field("platform") switch
        {
            Platform.Ascend => AscendKeyEndpoints.CreateAsync(call),
            Platform.Aerostack => AerostackKeyEndpoints.CreateAsync(call),
            _ => AskiiKeyEndpoints.CreateAsync(call),
        });
        routes.Post("/keys/askii/models", AskiiKeyEndpoints.ChangeModelsAsync);
        routes.Post("/keys/askii/revoke", AskiiKeyEndpoints.RevokeAsync);
        routes.Post("/keys/ascend/{id}/revoke", AscendKeyEndpoints.RevokeAsync);
        routes.Post("/keys/aerostack/{id}/revoke", AerostackKeyEndpoints.RevokeAsync);
    }
}
