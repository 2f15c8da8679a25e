using Trellis.Server.Console.Tests.Support;

// It takes a second or two to start.
[assembly: AssemblyFixture(typeof(Chromium))]
