using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Sessions;

/// <summary>Signing in and out.</summary>
internal sealed class SessionFeature : IConsoleFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.AddSingleton<LoginEndpoints>();

    /// <inheritdoc/>
    public void MapRoutes(ConsoleRoutes routes)
    {
        var login = routes.Service<LoginEndpoints>();
        routes.Open("GET", ConsolePaths.Login, login.ShowAsync);
        routes.Open("POST", ConsolePaths.Login, login.SignInAsync);
        routes.Post("/logout", LoginEndpoints.SignOutAsync);
    }
}
