using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;
using Trellis.Testing;

namespace Trellis.Server.Kernel.Tests.Identity;

/// <summary>A store, a clock and a folder of their own for one test, and the identity services on them.</summary>
public sealed class IdentityHarness : IAsyncDisposable
{
    private readonly List<IDisposable> _services = [];

    private IdentityHarness(string folder, IStore store, ManualTimeProvider time)
    {
        Folder = folder;
        Store = store;
        Time = time;
    }

    public string Folder { get; }

    public IStore Store { get; }

    public ManualTimeProvider Time { get; }

    public string KeyFile => Path.Combine(Folder, "signing-key.pem");

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<IdentityHarness> StartAsync(StoreOptions? options = null)
    {
        var folder = Directory.CreateTempSubdirectory("trellis-identity-").FullName;
        var time = new ManualTimeProvider();
        var store = await Kernel.Storage.Store.OpenAsync(
            options ?? StoreOptions.For(Path.Combine(folder, "trellis.db")),
            [.. IdentityMigrations.All, .. AuditMigrations.All],
            time,
            NullLogger.Instance,
            Cancellation);
        return new IdentityHarness(folder, store, time);
    }

    /// <summary>The keys of a server; each call is another server on the same store, or the same one started again.</summary>
    public SigningKeys OpenKeys(string? keyFile = null) =>
        Keep(new SigningKeys(Store, new IdentityOptions { SigningKeyFile = keyFile ?? KeyFile }, Time, NullLogger<SigningKeys>.Instance));

    public TokenIssuer Issuer(SigningKeys keys) => new(keys, Time, RandomNumberGenerator.Create());

    public TokenValidator Validator(SigningKeys keys, params TrustedIssuer[] issuers) => Validator(keys, new IdentityOptions { Issuers = issuers });

    public TokenValidator Validator(SigningKeys keys, IdentityOptions options) =>
        Keep(new TokenValidator(keys, options, Time, NullLogger<TokenValidator>.Instance));

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
            service.Dispose();
        await Store.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private T Keep<T>(T service)
        where T : IDisposable
    {
        _services.Add(service);
        return service;
    }
}
