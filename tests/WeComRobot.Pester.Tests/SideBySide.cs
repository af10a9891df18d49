using System.Collections.Generic;
using System.Linq;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

// Many files wait most of their time, for retries and processes
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
[assembly: TestCollectionOrderer("WeComRobot.Pester.Tests.SlowFirst", "WeComRobot.Pester.Tests")]

namespace WeComRobot.Pester.Tests;

/// <summary>Makes each row of a theory a collection of its own: xunit runs as many collections at a time as there are cores.</summary>
public sealed class SideBySide(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, object[] dataRow)
    {
        var collection = new TestCollection(testMethod.TestClass.TestCollection.TestAssembly, null, $"{dataRow[0]}");
        var alone = new TestMethod(new TestClass(collection, testMethod.TestClass.Class), testMethod.Method);
        return base.CreateTestCasesForDataRow(discoveryOptions, alone, theoryAttribute, dataRow);
    }
}

/// <summary>Starts what takes longest first.</summary>
public sealed class SlowFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(c => PesterFiles.Groups.Index().First(group => group.Item == c.DisplayName).Index);
}
