using Microsoft.Playwright;

namespace Trellis.Server.Console.Tests.Support;

/// <summary>A browser; each test has a profile of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var program = Programs.FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("These tests need Chromium: install the package 'chromium', as .ci/run does.");
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,

            // Chromium's own sandbox does not start for root, as whom containers and build machines run; the pages are ours. Without a graphics card,
            // pretending to have one costs more than doing without.
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
