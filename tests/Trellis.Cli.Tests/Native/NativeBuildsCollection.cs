namespace Trellis.Cli.Tests.Native;

[CollectionDefinition(NativeBuilds.Collection)]
public sealed class NativeBuildsCollection : ICollectionFixture<NativeBuilds>;
