using System.Reflection;
using Trellis.TestInfrastructure;

namespace Trellis.PublicApi.Tests;

/// <summary>
/// The folder <c>api</c> holds what each package shows to its users, so that a change of it is seen in review. Run the tests with
/// <c>TRELLIS_UPDATE_API=1</c> to write the listings anew.
/// </summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Packages { get; } =
    [
        "Trellis.Core", "Trellis.Askii", "Trellis.Akshi", "Trellis.Ascend", "Trellis.Aerostack", "Trellis.Caching.Redis", "Trellis.Extensions.AI", "Trellis.Testing",
        "Trellis.Testing.Doubles", "trellis-server", "Trellis.Server.Kernel", "Trellis.Server.Askii", "Trellis.Server.Akshi", "Trellis.Server.Ascend",
        "Trellis.Server.Aerostack", "Trellis.Server.Console",
    ];

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task The_public_api_is_the_one_that_is_listed(string package)
    {
        var shown = ApiListing.Of(Assembly.Load(package));
        var path = Path.Combine(RepositoryRoot.Path, "api", $"{package}.txt");
        if (Environment.GetEnvironmentVariable("TRELLIS_UPDATE_API") == "1")
            await File.WriteAllLinesAsync(path, shown, TestContext.Current.CancellationToken);

        var listed = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        shown.Except(listed).ShouldBeEmpty($"These are new and not in api/{package}.txt; TRELLIS_UPDATE_API=1 writes it anew.");
        listed.Except(shown).ShouldBeEmpty($"These stand in api/{package}.txt and are gone: users who call them break.");
    }
}
