using Trellis.Aot.SmokeApp;

// Whatever works only with reflection or run-time code generation fails here once the app is compiled ahead of time.
await ProvisionScenario.RunAsync();
await CachedListScenario.RunAsync();
await FieldErrorScenario.RunAsync();
await RetryScenario.RunAsync();
await EscapeHatchScenario.RunAsync();
await JsonLogScenario.RunAsync();
await DependencyInjectionScenario.RunAsync();
await AscendEvaluationScenario.RunAsync();
await AscendManagementScenario.RunAsync();
AscendWebhookScenario.Run();
await AerostackScenario.RunAsync();
await AkshiScenario.RunAsync();
Console.WriteLine("ok");
