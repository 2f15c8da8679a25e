using Microsoft.Playwright;
using Trellis.TestInfrastructure;
using Trellis.Testing;

namespace Trellis.Server.Console.Tests.Support;

/// <summary>A test with a server and a browser of its own, in which the administrator has signed in.</summary>
public abstract class ConsoleTest(Chromium chromium) : IAsyncLifetime
{
    private static readonly string Screenshots = Path.Combine(RepositoryRoot.Path, "artifacts", "screenshots");

    private IBrowserContext _profile = null!;

    /// <summary>What every call of a test gives up with.</summary>
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The server, with a client of each platform.</summary>
    protected Testing.TrellisServer Server { get; private set; } = null!;

    /// <summary>The window.</summary>
    protected IPage Page { get; private set; } = null!;

    /// <summary>Errors of scripts, and requests that the content security policy has refused. There must be none.</summary>
    protected List<string> Complaints { get; } = [];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Server = await Testing.TrellisServer.StartAsync(Options, Cancellation);
        _profile = await chromium.Browser.NewContextAsync(Window);
        _profile.SetDefaultTimeout(15_000);
        Page = await _profile.NewPageAsync();
        Page.PageError += (_, error) => Complaints.Add(error);
        Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                Complaints.Add(message.Text);
        };
        await PrepareAsync();
        if (SignsIn)
            await SignInAsync();
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        await _profile.DisposeAsync();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What the server is started with.</summary>
    protected virtual TestServerOptions Options => new();

    /// <summary>The size and the tastes of the window.</summary>
    protected virtual BrowserNewContextOptions Window => new() { ViewportSize = new ViewportSize { Width = 1280, Height = 800 } };

    /// <summary>Whether the test begins signed in.</summary>
    protected virtual bool SignsIn => true;

    /// <summary>Fills the server before anybody signs in.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Goes to a page of the console.</summary>
    /// <param name="path">The path below <c>/console</c>.</param>
    protected Task<IResponse?> GoAsync(string path) => Page.GotoAsync(new Uri(Server.Url, "/console" + path).ToString());

    /// <summary>Signs in with the administrator's token.</summary>
    protected async Task SignInAsync()
    {
        await GoAsync("/login");
        await Page.GetByLabel("Administrator's token").FillAsync(Server.Credentials.Reveal("ascend", "adminToken"));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "Overview" }).WaitForAsync();
    }

    /// <summary>Answers yes to the next question that a page asks before it does what cannot be undone.</summary>
    /// <returns>What was asked.</returns>
    protected Task<string> AnswerQuestions()
    {
        var asked = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        Page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Message);
            await dialog.AcceptAsync();
        };
        return asked.Task;
    }

    /// <summary>Checks that the page is no wider than a phone, and takes its picture there.</summary>
    /// <param name="name">The name of the picture, without what says that it is a phone's.</param>
    protected async Task ShouldFitAPhoneAsync(string name)
    {
        await Page.SetViewportSizeAsync(360, 740);
        (await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
        await PhotographAsync($"{name}-phone");
    }

    /// <summary>Takes a picture of the whole page, to be looked at: <c>artifacts/screenshots/NAME.png</c>.</summary>
    protected Task PhotographAsync(string name) =>
        Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screenshots, name + ".png"), FullPage = true });
}
