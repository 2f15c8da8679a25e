namespace Trellis.Server.Ascend.Tests.OutputFilter;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteOutputFilterSettingsTests : OutputFilterSettingsSuite;
