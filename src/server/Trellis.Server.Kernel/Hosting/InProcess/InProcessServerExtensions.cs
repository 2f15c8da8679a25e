using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>Adds the way into the server from inside it.</summary>
public static class InProcessServerExtensions
{
    /// <summary>Registers an <see cref="InProcessServer"/>.</summary>
    public static IServiceCollection AddInProcessServer(this IServiceCollection services) => services.AddSingleton<InProcessServer>();

    /// <summary>Requests from inside enter the pipeline here. Comes first, ahead of <c>UseRequestBoundary</c>.</summary>
    public static IApplicationBuilder UseInProcessServer(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);

        var server = app.ApplicationServices.GetRequiredService<InProcessServer>();
        return app.Use(next =>
        {
            server.Attach(next);
            return next;
        });
    }
}
